// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// Every small size, alignment and overlap of the mem and str functions, against loops over bytes; and once more with the
// last byte of memory as the last byte of the data. Returns 0, or the line of the check that failed. Built with
// -fno-builtin, so that what is called is what was linked.

typedef __SIZE_TYPE__ size_t;
typedef unsigned char Byte;

void* memcpy(void* restrict to, const void* restrict from, size_t size);
void* memmove(void* to, const void* from, size_t size);
void* memset(void* to, int value, size_t size);
int memcmp(const void* a, const void* b, size_t size);
int bcmp(const void* a, const void* b, size_t size);
void* memchr(const void* memory, int value, size_t size);
size_t strlen(const char* text);
char* strchr(const char* text, int value);
int strcmp(const char* a, const char* b);
int strncmp(const char* a, const char* b, size_t size);

#define CHECK(condition) \
  if (!(condition)) return __LINE__

enum { room = 512, largest = 140 };

static Byte expected[room];
static Byte other[room];

// The last bytes of memory.
static Byte* actual;

static Byte pattern(size_t i) { return (Byte)(i * 7 + i / 13 + 1); }

static void prepare(Byte* bytes) {
  for (size_t i = 0; i < room; ++i) bytes[i] = pattern(i);
}

static int is_as_expected(void) {
  for (size_t i = 0; i < room; ++i) {
    if (actual[i] != expected[i]) return 0;
  }
  return 1;
}

static int check_move(Byte* to, const Byte* from, size_t size, void* (*move)(void*, const void*, size_t)) {
  prepare(actual);
  prepare(expected);
  const size_t target = (size_t)(to - actual);
  const size_t source = (size_t)(from - actual);
  for (size_t i = 0; i < size; ++i) expected[target + i] = pattern(source + i);
  CHECK(move(to, from, size) == to);
  CHECK(is_as_expected());
  return 0;
}

static void* copy(void* to, const void* from, size_t size) { return memcpy(to, from, size); }

static int check_moves(void) {
  for (size_t size = 0; size <= largest; ++size) {
    for (size_t from = 0; from < 9; ++from) {
      for (size_t to = 0; to < 9; ++to) {
        const int line = check_move(actual + to, actual + 200 + from, size, copy);
        if (line != 0) return line;
      }
      // The last byte of memory is read, then written.
      CHECK(check_move(actual + from, actual + room - size, size, copy) == 0);
      CHECK(check_move(actual + room - size, actual + from, size, copy) == 0);
    }
    for (size_t from = 150; from < 158; ++from) {
      for (size_t to = from - 70; to <= from + 70; to += to + 20 < from || to > from + 20 ? 5 : 1) {
        const int line = check_move(actual + to, actual + from, size, memmove);
        if (line != 0) return line;
      }
    }
  }
  return 0;
}

static int check_sets(void) {
  for (size_t size = 0; size <= largest; ++size) {
    for (size_t at = 0; at <= 16; ++at) {
      Byte* const to = at == 16 ? actual + room - size : actual + at;
      for (int value = 0; value < 0x300; value += 0x15a) {
        prepare(actual);
        prepare(expected);
        for (size_t i = 0; i < size; ++i) expected[(size_t)(to - actual) + i] = (Byte)value;
        CHECK(memset(to, value, size) == to);
        CHECK(is_as_expected());
      }
    }
  }
  return 0;
}

static int sign(int value) { return (value > 0) - (value < 0); }

static int check_comparisons(void) {
  for (size_t size = 0; size <= 70; ++size) {
    for (size_t at = 0; at <= 8; ++at) {
      Byte* const left = at == 8 ? actual + room - size : actual + at;
      for (size_t there = 0; there < 8; ++there) {
        Byte* const right = other + there;
        for (size_t i = 0; i < size; ++i) left[i] = right[i] = pattern(i);
        CHECK(memcmp(left, right, size) == 0);
        CHECK(bcmp(left, right, size) == 0);
        for (size_t i = 0; i < size; ++i) {
          // What comes after the first difference does not count.
          left[i] = 0x80;
          right[i] = 0x7f;
          if (i + 1 < size) left[i + 1] ^= 0xff;
          CHECK(sign(memcmp(left, right, size)) == 1);
          CHECK(sign(memcmp(right, left, size)) == -1);
          CHECK(bcmp(right, left, size) != 0);
          CHECK(memcmp(left, right, i) == 0);
          // One bit is enough, and so is the lowest.
          left[i] = 1;
          right[i] = 0;
          CHECK(sign(memcmp(left, right, size)) == 1);
          CHECK(sign(memcmp(right, left, size)) == -1);
          left[i] = right[i] = pattern(i);
          if (i + 1 < size) left[i + 1] ^= 0xff;
        }
      }
    }
  }
  return 0;
}

static int check_searches(void) {
  for (size_t size = 0; size <= 70; ++size) {
    for (size_t at = 0; at <= 16; ++at) {
      // What is looked for also stands right before and, where there is room, behind.
      for (size_t i = 0; i < room; ++i) actual[i] = 0xe1;
      Byte* const text = at == 16 ? actual + room - size - 1 : actual + 1 + at;
      for (size_t i = 0; i < size; ++i) text[i] = (Byte)(i % 2 != 0 ? 0x81 : 0x01);
      text[size] = 0;
      CHECK(strlen((char*)text) == size);
      CHECK(strchr((char*)text, 0) == (char*)text + size);
      CHECK(strchr((char*)text, 0xe1) == 0);
      CHECK(memchr(text, 0xe1, size) == 0);
      CHECK(memchr(text, 0, size + 1) == text + size);
      CHECK(memchr(text, 0x1e1, 0) == 0);
      for (size_t i = 0; i < size; ++i) {
        const Byte before = text[i];
        text[i] = 0xe1;
        CHECK(strchr((char*)text, 0xe1) == (char*)text + i);
        CHECK(memchr(text, 0x1e1, size) == text + i);
        text[i] = before;
      }
    }
  }
  return 0;
}

// Memory goes on behind what was its last byte: no check of its end may follow.
static int check_lengths_across_pages(void) {
  Byte* const border = actual + room;
  CHECK(__builtin_wasm_memory_grow(0, 1) != (size_t)-1);
  for (Byte* text = border - 16; text <= border + 8; ++text) {
    for (size_t size = 0; size <= 40; ++size) {
      for (Byte* byte = border - 32; byte < border + 64; ++byte) *byte = 1;
      // The zero before the text is none of its own, nor does it make one of the 1 that follows.
      text[-1] = 0;
      text[size] = 0;
      CHECK(strlen((char*)text) == size);
    }
  }
  return 0;
}

static int check_text_comparisons(void) {
  for (size_t size = 0; size <= 40; ++size) {
    for (size_t at = 0; at <= 8; ++at) {
      char* const left = (char*)(at == 8 ? actual + room - size - 1 : actual + at);
      for (size_t there = 0; there < 8; ++there) {
        char* const right = (char*)other + there;
        for (size_t i = 0; i < size; ++i) left[i] = right[i] = (char)pattern(i % 30);
        left[size] = right[size] = 0;
        if (at != 8) left[size + 1] = 'x';
        CHECK(strcmp(left, right) == 0);
        CHECK(strncmp(left, right, size + 5) == 0);
        for (size_t i = 0; i < size; ++i) {
          const char before = left[i];
          left[i] = (char)0xfe;
          CHECK(sign(strcmp(left, right)) == 1);
          CHECK(sign(strcmp(right, left)) == -1);
          CHECK(strncmp(left, right, i) == 0);
          CHECK(sign(strncmp(left, right, i + 1)) == 1);
          left[i] = 0;
          CHECK(sign(strcmp(left, right)) == -1);
          CHECK(sign(strncmp(right, left, size)) == 1);
          left[i] = before;
        }
      }
    }
  }
  return 0;
}

int main(void) {
  actual = (Byte*)(__builtin_wasm_memory_size(0) * 65536) - room;
  int (*const checks[])(void) = {
      check_moves, check_sets, check_comparisons, check_searches, check_text_comparisons, check_lengths_across_pages};
  for (size_t i = 0; i < sizeof checks / sizeof *checks; ++i) {
    const int line = checks[i]();
    if (line != 0) return line % 125 + 1;
  }
  return 0;
}
