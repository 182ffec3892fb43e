// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// Streams, as C declares them. Declared for libc++'s <cstdio>: there are no streams
// here, and what prints is <barewasi/io.hpp>.

#ifndef BAREWASI_STDIO_H
#define BAREWASI_STDIO_H

#include <bits/alltypes.h>
#include <bits/unavailable.h>
#include <stdarg.h>

#define EOF (-1)
#define BUFSIZ 1024
#define FILENAME_MAX 4096
#define FOPEN_MAX 1000
#define L_tmpnam 20
#define TMP_MAX 10000
#define SEEK_SET 0
#define SEEK_CUR 1
#define SEEK_END 2
#define _IOFBF 0
#define _IOLBF 1
#define _IONBF 2

typedef struct __barewasi_file FILE;
typedef struct {
  long long offset;
  mbstate_t state;
} fpos_t;

#ifdef __cplusplus
extern "C" {
#endif

// Named by libc++ and defined nowhere.
BAREWASI_USE_LINES extern FILE* const stdin;
BAREWASI_USE_PRINT extern FILE* const stdout;
BAREWASI_USE_PRINT extern FILE* const stderr;
#define stdin stdin
#define stdout stdout
#define stderr stderr

BAREWASI_USE_FILES void clearerr(FILE* file);
BAREWASI_USE_FILES int fclose(FILE* file);
BAREWASI_USE_FILES int feof(FILE* file);
BAREWASI_USE_FILES int ferror(FILE* file);
BAREWASI_USE_PRINT int fflush(FILE* file);
BAREWASI_USE_LINES int fgetc(FILE* file);
BAREWASI_USE_FILES int fgetpos(FILE* __restrict file, fpos_t* __restrict place);
BAREWASI_USE_LINES char* fgets(char* __restrict line, int size, FILE* __restrict file);
BAREWASI_USE_FILES FILE* fopen(const char* __restrict path, const char* __restrict mode);
BAREWASI_USE_PRINT int fprintf(FILE* __restrict file, const char* __restrict format, ...);
BAREWASI_USE_PRINT int fputc(int byte, FILE* file);
BAREWASI_USE_PRINT int fputs(const char* __restrict text, FILE* __restrict file);
BAREWASI_USE_LINES size_t fread(void* __restrict to, size_t size, size_t count, FILE* __restrict file);
BAREWASI_USE_FILES FILE* freopen(const char* __restrict path, const char* __restrict mode, FILE* __restrict file);
BAREWASI_USE_LINES int fscanf(FILE* __restrict file, const char* __restrict format, ...);
BAREWASI_USE_FILES int fseek(FILE* file, long offset, int whence);
BAREWASI_USE_FILES int fsetpos(FILE* file, const fpos_t* place);
BAREWASI_USE_FILES long ftell(FILE* file);
BAREWASI_USE_PRINT size_t fwrite(const void* __restrict from, size_t size, size_t count, FILE* __restrict file);
BAREWASI_USE_LINES int getc(FILE* file);
BAREWASI_USE_LINES int getchar(void);
BAREWASI_USE_MESSAGE void perror(const char* text);
BAREWASI_USE_PRINT int printf(const char* __restrict format, ...);
BAREWASI_USE_PRINT int putc(int byte, FILE* file);
BAREWASI_USE_PRINT int putchar(int byte);
BAREWASI_USE_PRINT int puts(const char* text);
BAREWASI_USE_FILESYSTEM int remove(const char* path);
BAREWASI_USE_FILESYSTEM int rename(const char* from, const char* to);
BAREWASI_USE_FILES void rewind(FILE* file);
BAREWASI_USE_LINES int scanf(const char* __restrict format, ...);
BAREWASI_USE_PRINT void setbuf(FILE* __restrict file, char* __restrict buffer);
BAREWASI_USE_PRINT int setvbuf(FILE* __restrict file, char* __restrict buffer, int mode, size_t size);
BAREWASI_USE_FORMAT int snprintf(char* __restrict to, size_t size, const char* __restrict format, ...);
BAREWASI_USE_FORMAT int sprintf(char* __restrict to, const char* __restrict format, ...);
BAREWASI_USE_PARSE int sscanf(const char* __restrict text, const char* __restrict format, ...);
BAREWASI_USE_FILES FILE* tmpfile(void);
BAREWASI_USE_FILES char* tmpnam(char* name);
BAREWASI_USE_LINES int ungetc(int byte, FILE* file);
BAREWASI_USE_FORMAT int vasprintf(char** to, const char* __restrict format, va_list values);
BAREWASI_USE_PRINT int vfprintf(FILE* __restrict file, const char* __restrict format, va_list values);
BAREWASI_USE_LINES int vfscanf(FILE* __restrict file, const char* __restrict format, va_list values);
BAREWASI_USE_PRINT int vprintf(const char* __restrict format, va_list values);
BAREWASI_USE_LINES int vscanf(const char* __restrict format, va_list values);
BAREWASI_USE_FORMAT int vsnprintf(char* __restrict to, size_t size, const char* __restrict format, va_list values);
BAREWASI_USE_FORMAT int vsprintf(char* __restrict to, const char* __restrict format, va_list values);
BAREWASI_USE_PARSE int vsscanf(const char* __restrict text, const char* __restrict format, va_list values);

#ifdef __cplusplus
}
#endif

#endif
