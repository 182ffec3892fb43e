// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// Streams, as C declares them. Declared for libc++'s <cstdio>: there are no streams
// here, and what prints is <barewasi/io.hpp>.

#ifndef BAREWASI_STDIO_H
#define BAREWASI_STDIO_H

#include <bits/alltypes.h>
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

// Named by libc++ and defined nowhere: a use does not link.
extern FILE* const stdin;
extern FILE* const stdout;
extern FILE* const stderr;
#define stdin stdin
#define stdout stdout
#define stderr stderr

void clearerr(FILE* file);
int fclose(FILE* file);
int feof(FILE* file);
int ferror(FILE* file);
int fflush(FILE* file);
int fgetc(FILE* file);
int fgetpos(FILE* __restrict file, fpos_t* __restrict place);
char* fgets(char* __restrict line, int size, FILE* __restrict file);
FILE* fopen(const char* __restrict path, const char* __restrict mode);
int fprintf(FILE* __restrict file, const char* __restrict format, ...);
int fputc(int byte, FILE* file);
int fputs(const char* __restrict text, FILE* __restrict file);
size_t fread(void* __restrict to, size_t size, size_t count, FILE* __restrict file);
FILE* freopen(const char* __restrict path, const char* __restrict mode, FILE* __restrict file);
int fscanf(FILE* __restrict file, const char* __restrict format, ...);
int fseek(FILE* file, long offset, int whence);
int fsetpos(FILE* file, const fpos_t* place);
long ftell(FILE* file);
size_t fwrite(const void* __restrict from, size_t size, size_t count, FILE* __restrict file);
int getc(FILE* file);
int getchar(void);
void perror(const char* text);
int printf(const char* __restrict format, ...);
int putc(int byte, FILE* file);
int putchar(int byte);
int puts(const char* text);
int remove(const char* path);
int rename(const char* from, const char* to);
void rewind(FILE* file);
int scanf(const char* __restrict format, ...);
void setbuf(FILE* __restrict file, char* __restrict buffer);
int setvbuf(FILE* __restrict file, char* __restrict buffer, int mode, size_t size);
int snprintf(char* __restrict to, size_t size, const char* __restrict format, ...);
int sprintf(char* __restrict to, const char* __restrict format, ...);
int sscanf(const char* __restrict text, const char* __restrict format, ...);
FILE* tmpfile(void);
char* tmpnam(char* name);
int ungetc(int byte, FILE* file);
int vasprintf(char** to, const char* __restrict format, va_list values);
int vfprintf(FILE* __restrict file, const char* __restrict format, va_list values);
int vfscanf(FILE* __restrict file, const char* __restrict format, va_list values);
int vprintf(const char* __restrict format, va_list values);
int vscanf(const char* __restrict format, va_list values);
int vsnprintf(char* __restrict to, size_t size, const char* __restrict format, va_list values);
int vsprintf(char* __restrict to, const char* __restrict format, va_list values);
int vsscanf(const char* __restrict text, const char* __restrict format, va_list values);

#ifdef __cplusplus
}
#endif

#endif
