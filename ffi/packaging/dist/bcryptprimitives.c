/* A stand-in for a library of Windows that the command needs for random numbers, and that Wine 8.0 lacks: it is put
 * beside the command where that runs under Wine, and into no package. */
#include <stddef.h>

unsigned char __stdcall SystemFunction036(void *buffer, unsigned long length);

__declspec(dllexport) int __stdcall ProcessPrng(unsigned char *buffer, size_t length)
{
    return SystemFunction036(buffer, (unsigned long)length);
}
