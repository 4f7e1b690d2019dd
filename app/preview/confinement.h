// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Assay {

// What this process must never need: called first, before any foreign byte is read. Closes descriptors that were passed
// on by accident, limits memory and processor time, and (where the kernel knows seccomp) takes away sockets, other
// programs and writing to files. There is no way back.
void confineProcess();

// After all libraries are loaded: no file can be opened any more.
void closeTheDoor();

} // namespace Assay
