# SPDX-License-Identifier: GPL-3.0-or-later
"""tls_front.py CERTIFICATE KEY PORT: speaks TLS on a port of the loopback, which it prints, and hands on to PORT there."""
import socket
import ssl
import sys
import threading


def pump(source, target):
    try:
        while data := source.recv(65536):
            target.sendall(data)
    except OSError:
        pass
    for end in (source, target):
        try:
            end.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass


def serve(plain, context, port):
    try:
        outer = context.wrap_socket(plain, server_side=True)
        inner = socket.create_connection(("127.0.0.1", port))
    except OSError:
        plain.close()
        return
    back = threading.Thread(target=pump, args=(inner, outer), daemon=True)
    back.start()
    pump(outer, inner)
    back.join()


def main():
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(sys.argv[1], sys.argv[2])
    listener = socket.create_server(("127.0.0.1", 0))
    print(listener.getsockname()[1], flush=True)
    while True:
        plain, _ = listener.accept()
        threading.Thread(target=serve, args=(plain, context, int(sys.argv[3])), daemon=True).start()


main()
