#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# setup.sh [--for run|test] [--print-cmake-args]
#
# Installs what building Assay needs on Debian 12 and 13 and Ubuntu 24.04 and later, through the
# machine's own apt configuration. It says what it will do before it does it, uses sudo only when
# something is missing and the caller is not root, and does nothing when everything is there.
#
#   --for run           what building and running need
#   --for test          that, and what the tests need (the default)
#   --print-cmake-args  prints what cmake has to be told on this machine, and does nothing else
#
# Distributions without KDE Frameworks 6 get KArchive built from the source packages of their next
# stable release, as a static library, in
#
#   ${ASSAY_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/assay}/karchive-VERSION
#
# where KF6ArchiveConfig.cmake stands in lib/cmake/KF6Archive. CMakeLists.txt looks there by itself.
set -euo pipefail

# One package a word; "a|b" is whichever the distribution has, the first that exists.
build_packages=(
  g++ cmake ninja-build ccache pkg-config lld
  qt6-base-dev qt6-base-dev-tools qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools
  "qt6-svg-dev|libqt6svg6-dev" libqcustomplot-dev
  libgl-dev libopengl-dev libvulkan-dev
  libsqlite3-dev libyaml-dev libdtl-dev libre2-dev libcurl4-openssl-dev libssl-dev libsimdjson-dev
  qtkeychain-qt6-dev
)
run_packages=(
  libqt6keychain1 libsecret-1-0 libqt6sql6-sqlite libqt6sql6-psql libqt6sql6-mysql
  "qt6-svg-plugins|libqt6svg6" qt6-image-formats-plugins "qt6-qpa-plugins|libqt6gui6" qt6-wayland
  fonts-inter fonts-dejavu-core ca-certificates
)
test_packages=(
  python3 python3-venv xvfb xdotool imagemagick postgresql pgbouncer mariadb-server
  dbus gnome-keyring # a keychain to try
  desktop-file-utils appstream shared-mime-info libglib2.0-bin # what checks the installed tree
)
karchive_package=libkf6archive-dev
# To build KArchive where that package does not exist, and to link it.
karchive_build_packages=(
  dpkg-dev patch xz-utils zlib1g-dev libbz2-dev liblzma-dev libzstd-dev libssl-dev
)

cache=${ASSAY_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/assay}
purpose=test
print_cmake_args=

say() { printf 'setup: %s\n' "$*" >&2; }
die() { say "$*"; exit 1; }

usage() { sed -n '4,12s/^# \{0,1\}//p' "$0"; }

while [ $# -gt 0 ]; do
  case $1 in
    --for) purpose=${2:-}; shift ;;
    --for=*) purpose=${1#--for=} ;;
    --print-cmake-args) print_cmake_args=1 ;;
    -h | --help) usage; exit 0 ;;
    *) usage >&2; exit 2 ;;
  esac
  shift
done
case $purpose in
  run) packages=("${build_packages[@]}" "${run_packages[@]}") ;;
  test) packages=("${build_packages[@]}" "${run_packages[@]}" "${test_packages[@]}") ;;
  *) usage >&2; exit 2 ;;
esac

# Prints the newest finished build of KArchive in the cache, if any.
karchive_prefix() {
  local config
  config=$(ls -d "$cache"/karchive-*/lib/cmake/KF6Archive/KF6ArchiveConfig.cmake 2>/dev/null |
    sort -V | tail -n 1)
  [ -z "$config" ] || printf '%s\n' "${config%/lib/cmake/KF6Archive/*}"
}

# installed NAME|NAME…: whether one of them is.
declare -A installed_packages=()
read_installed_packages() {
  local name status
  installed_packages=()
  while read -r name status; do
    [ "$status" != installed ] || installed_packages[$name]=1
  done < <(dpkg-query -W -f='${Package} ${db:Status-Status}\n')
}
installed() {
  local name
  for name in ${1//|/ }; do
    [ -z "${installed_packages[$name]:-}" ] || return 0
  done
  return 1
}

# missing NAME|NAME…, for each: prints those of which none is installed.
missing() {
  local entry
  for entry in "$@"; do
    installed "$entry" || printf '%s\n' "$entry"
  done
}

# available NAME: whether apt could install it.
available() {
  apt-cache policy "$1" 2>/dev/null | grep '^  Candidate: [^(]' >/dev/null
}

# choose NAME|NAME…: prints the first that apt could install.
choose() {
  local name
  for name in ${1//|/ }; do
    if available "$name"; then
      printf '%s\n' "$name"
      return 0
    fi
  done
  return 1
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    die "not root, and sudo is not installed. As root, run: $*"
  fi
}

apt_updated=
update_indexes() {
  [ -z "$apt_updated" ] || return 0
  say "refreshing the package indexes (apt-get update)"
  as_root apt-get -qq update
  apt_updated=1
}

# install_missing NAME|NAME…
install_missing() {
  local entries names=() entry name
  mapfile -t entries < <(missing "$@")
  [ ${#entries[@]} -gt 0 ] || return 0
  for entry in "${entries[@]}"; do
    choose "$entry" >/dev/null || { update_indexes; break; }
  done
  for entry in "${entries[@]}"; do
    name=$(choose "$entry") || die "no package source of this machine has $entry"
    names+=("$name")
  done
  say "installing ${#names[@]} packages: ${names[*]}"
  apt_install "${names[@]}" || {
    # Old indexes name files that are gone from the mirror.
    [ -z "$apt_updated" ] || die "apt-get could not install them"
    update_indexes
    apt_install "${names[@]}" || die "apt-get could not install them"
  }
  read_installed_packages
}
apt_install() {
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq install --no-install-recommends -y \
    -o Dpkg::Use-Pty=0 "$@" >&2
}

# Prints "RELEASE COMPONENT" whose source packages of KDE Frameworks 6 build on this machine.
karchive_release() {
  local ID= VERSION_CODENAME=
  . /etc/os-release
  case $ID:$VERSION_CODENAME in
    debian:bookworm) echo trixie main ;;
    ubuntu:noble) echo resolute universe ;;
    *) return 1 ;;
  esac
}

# Prints "URI KEYRING" of the machine's own mirror; KEYRING is empty where apt's default is used.
own_mirror() {
  local codename
  codename=$(. /etc/os-release && echo "$VERSION_CODENAME")
  apt-get indextargets --format '$(RELEASE) $(REPO_URI) $(SIGNED_BY)' 'Created-By: Packages' |
    awk -v release="$codename" '
      $1 == release { print $2, ($3 ~ /^\//) ? $3 : ""; exit }'
}

# fetch_sources FOLDER PACKAGE…: unpacks source packages of a later release in FOLDER. Uses an apt
# state of its own, so the machine's sources stay as they are; signatures are checked as usual.
fetch_sources() {
  local folder=$1 release component uri keyring
  shift
  read -r release component <<<"$(karchive_release)"
  read -r uri keyring <<<"$(own_mirror)"
  [ -n "$uri" ] || die "apt has no source for this release of the distribution"
  mkdir -p "$folder"/apt/lists/partial "$folder"/apt/cache/archives/partial
  {
    printf 'Types: deb-src\nURIs: %s\nSuites: %s\nComponents: %s\n' "$uri" "$release" "$component"
    [ -z "$keyring" ] || printf 'Signed-By: %s\n' "$keyring"
  } >"$folder"/apt/next.sources
  local options=(
    -qq
    -o "Dir::Etc::sourcelist=$folder/apt/next.sources" -o Dir::Etc::sourceparts=-
    -o "Dir::State::Lists=$folder/apt/lists" -o "Dir::Cache=$folder/apt/cache"
    -o APT::Sandbox::User=
  )
  say "fetching the source of $* from $release"
  apt-get "${options[@]}" update
  (cd "$folder" && apt-get "${options[@]}" source "$@" >/dev/null)
}

# build_karchive: static, without tests, tools and translations, for the Qt of this machine.
build_karchive() (
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  fetch_sources "$work" kf6-extra-cmake-modules kf6-karchive
  ecm=$(echo "$work"/kf6-extra-cmake-modules-*/)
  source=$(echo "$work"/kf6-karchive-*/)
  version=$(basename "$source")
  version=${version#kf6-karchive-}
  prefix=$cache/karchive-${version%.*}
  say "building KArchive $version in $prefix"
  qt_version=$(qmake6 -query QT_VERSION)
  qt_headers=$(qmake6 -query QT_INSTALL_HEADERS)
  sed -i "s/set(REQUIRED_QT_VERSION [0-9.]*)/set(REQUIRED_QT_VERSION $qt_version)/" \
    "$source"/CMakeLists.txt
  # KArchive 6.24 looks up a QString by a QStringView, which Qt learnt after 6.4.
  sed -i 's/->entries\.value(name)/->entries.value(QStringView(name).toString())/' \
    "$source"/src/karchive.cpp
  # The newer source relies on a header that later versions of Qt include by themselves.
  flags="-DQT_NO_VERSION_TAGGING -I$qt_headers -I$qt_headers/QtCore -include QStringConverter"
  part=$cache/unfinished-karchive
  rm -rf "$part"
  if ! {
    cmake -S "$ecm" -B "$work/ecm" -G Ninja -DBUILD_TESTING=OFF \
      -DCMAKE_INSTALL_PREFIX="$work/tools" &&
      cmake --install "$work/ecm" &&
      cmake -S "$source" -B "$work/build" -G Ninja -DCMAKE_BUILD_TYPE=Release \
        -DCMAKE_PREFIX_PATH="$work/tools" -DCMAKE_INSTALL_PREFIX="$part" \
        -DKDE_INSTALL_LIBDIR=lib -DQT_NO_CREATE_VERSIONLESS_TARGETS=ON \
        -DKF_SKIP_PO_PROCESSING=ON -DBUILD_TESTING=OFF -DBUILD_SHARED_LIBS=OFF \
        -DCMAKE_CXX_FLAGS="$flags" &&
      cmake --build "$work/build" &&
      cmake --install "$work/build"
  } >"$work/log" 2>&1; then
    tail -n 40 "$work/log" >&2
    die "KArchive did not build"
  fi
  rm -rf "$prefix"
  mv "$part" "$prefix"
)

[ -r /etc/debian_version ] && command -v apt-get >/dev/null ||
  die "this machine has no apt; README.md names what to install"
read_installed_packages

if [ -n "$print_cmake_args" ]; then
  prefix=$(karchive_prefix)
  if [ -n "$prefix" ] && ! installed "$karchive_package"; then
    printf -- '-DCMAKE_PREFIX_PATH=%s\n' "$prefix"
  fi
  exit 0
fi

install_missing "${packages[@]}"
if ! installed "$karchive_package" && [ -z "$(karchive_prefix)" ]; then
  available "$karchive_package" || karchive_release >/dev/null || update_indexes
  if available "$karchive_package"; then
    install_missing "$karchive_package"
  elif karchive_release >/dev/null; then
    say "this distribution has no $karchive_package"
    install_missing "${karchive_build_packages[@]}"
    build_karchive
  else
    die "no package source of this machine has $karchive_package"
  fi
elif ! installed "$karchive_package"; then
  install_missing "${karchive_build_packages[@]}" # what linking the built one needs
fi
