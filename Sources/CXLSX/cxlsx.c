#include "cxlsx.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdlib.h>
#include <xlsxwriter.h>

#define CALLS(X) \
  X(format_set_bold) \
  X(format_set_bg_color) \
  X(format_set_font_color) \
  X(format_set_align) \
  X(format_set_num_format) \
  X(format_set_text_wrap) \
  X(format_set_underline) \
  X(lxw_strerror) \
  X(workbook_add_format) \
  X(workbook_add_worksheet) \
  X(workbook_close) \
  X(workbook_new_opt) \
  X(worksheet_autofilter) \
  X(worksheet_freeze_panes) \
  X(worksheet_right_to_left) \
  X(worksheet_set_column) \
  X(worksheet_write_string) \
  X(worksheet_write_url)

static struct {
#define X(name) __typeof__(name) *name;
  CALLS(X)
#undef X
} calls;

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

/* Loads the library in the version that the headers are of: its structures differ. */
static int load(void) {
  static int state = 0;
  pthread_mutex_lock(&lock);
  if (state == 0) {
    void *library = dlopen("libxlsxwriter.so." LXW_SOVERSION, RTLD_NOW | RTLD_LOCAL);
    state = library != NULL ? 1 : -1;
#define X(name)                                         \
  if (state > 0) {                                      \
    *(void **)&calls.name = dlsym(library, #name);      \
    if (calls.name == NULL) state = -1;                 \
  }
    CALLS(X)
#undef X
  }
  int found = state > 0;
  pthread_mutex_unlock(&lock);
  return found;
}

struct cxlsx_book {
  lxw_workbook *workbook;
  lxw_worksheet *sheet;
  lxw_format *formats[4];
};

cxlsx_book *cxlsx_open(const char *path, const char *temporary_folder) {
  if (!load()) return NULL;
  cxlsx_book *book = calloc(1, sizeof *book);
  if (book == NULL) return NULL;
  lxw_workbook_options options = {0};
  options.constant_memory = 1;
  options.tmpdir = (char *)temporary_folder;
  book->workbook = calls.workbook_new_opt(path, &options);
  if (book->workbook == NULL) {
    free(book);
    return NULL;
  }
  for (int i = 0; i < 4; i++) {
    lxw_format *format = book->formats[i] = calls.workbook_add_format(book->workbook);
    /* Text, so that nothing is taken for a number when the cell is edited. */
    calls.format_set_num_format(format, "@");
    if (i == CXLSX_HEAD) {
      calls.format_set_bold(format);
      calls.format_set_bg_color(format, 0xE8ECF1);
    }
    if (i == CXLSX_PROSE) {
      calls.format_set_text_wrap(format);
      calls.format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    }
    if (i == CXLSX_LINK) {
      calls.format_set_font_color(format, 0x0B4F8A);
      calls.format_set_underline(format, LXW_UNDERLINE_SINGLE);
    }
  }
  return book;
}

int cxlsx_sheet(cxlsx_book *book, const char *name, int is_right_to_left) {
  book->sheet = calls.workbook_add_worksheet(book->workbook, name);
  if (book->sheet != NULL && is_right_to_left) calls.worksheet_right_to_left(book->sheet);
  return book->sheet != NULL;
}

int cxlsx_write(
    cxlsx_book *book, uint32_t row, uint16_t column, const char *text, cxlsx_style style) {
  if (book->sheet == NULL) return LXW_ERROR_PARAMETER_VALIDATION;
  lxw_format *format = book->formats[style];
  if (style == CXLSX_LINK &&
      calls.worksheet_write_url(book->sheet, row, column, text, format) == LXW_NO_ERROR)
    return 0;
  /* What cannot be a link is a text. */
  if (style == CXLSX_LINK) format = book->formats[CXLSX_TEXT];
  return calls.worksheet_write_string(book->sheet, row, column, text, format);
}

void cxlsx_width(cxlsx_book *book, uint16_t column, double characters) {
  if (book->sheet != NULL)
    calls.worksheet_set_column(book->sheet, column, column, characters, book->formats[CXLSX_TEXT]);
}

void cxlsx_freeze(cxlsx_book *book, uint32_t last_row, uint16_t last_column) {
  if (book->sheet == NULL) return;
  calls.worksheet_freeze_panes(book->sheet, 1, 0);
  calls.worksheet_autofilter(book->sheet, 0, 0, last_row, last_column);
}

int cxlsx_close(cxlsx_book *book) {
  int error = calls.workbook_close(book->workbook);
  free(book);
  return error;
}

const char *cxlsx_message(int error) { return calls.lxw_strerror(error); }
