/* cxlsx.h: writes workbooks of texts through libxlsxwriter.
 *
 * The library is loaded when the first workbook is written: no other answer pays for it. */
#ifndef CXLSX_H
#define CXLSX_H

#include <stddef.h>
#include <stdint.h>

typedef struct cxlsx_book cxlsx_book;

typedef enum {
  CXLSX_TEXT,  /* as the program writes it, and kept so when it is edited */
  CXLSX_HEAD,
  CXLSX_PROSE, /* broken into lines */
  CXLSX_LINK   /* the address that it is */
} cxlsx_style;

enum { CXLSX_MOST_ROWS = 1048576, CXLSX_MOST_COLUMNS = 16384, CXLSX_MOST_CHARACTERS = 32767, CXLSX_MOST_LINKS = 65530 };

/* Begins a workbook in a file, rows in their order; NULL if libxlsxwriter is not installed or there is no memory. */
cxlsx_book *cxlsx_open(const char *path, const char *temporary_folder);
/* Begins a sheet; what follows is written to it. Returns whether it could be. */
int cxlsx_sheet(cxlsx_book *book, const char *name, int is_right_to_left);
/* Writes a cell; 0, or a number for cxlsx_message. */
int cxlsx_write(cxlsx_book *book, uint32_t row, uint16_t column, const char *text, cxlsx_style style);
void cxlsx_width(cxlsx_book *book, uint16_t column, double characters);
/* Keeps the first row in view, and offers to filter the rows below it. */
void cxlsx_freeze(cxlsx_book *book, uint32_t last_row, uint16_t last_column);
/* Writes the file; 0, or a number for cxlsx_message. The book is gone then. */
int cxlsx_close(cxlsx_book *book);
const char *cxlsx_message(int error);

#endif
