/* escofloor DB FILE... - the floor of importing an ESCO release: what it costs in C to scan its CSV files,
 * to intern the URIs, and to put the same rows into SQLite with a full-text index, in one transaction.
 *
 * It checks nothing and reports nothing. A concept is a node with labels (one a line of altLabels, without
 * those that repeat the title) and texts; a relation is an edge where both ends are known. Prints counts.
 */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { COLUMNS = 64, SLOTS = 1 << 17 };

typedef struct {
  const char *bytes;
  size_t count;
} Text;

typedef struct {
  Text key;
  long id;
} Slot;

static sqlite3 *db;
static sqlite3_stmt *insert_node, *insert_label, *insert_search, *insert_note, *insert_edge;
static Slot slots[SLOTS];
static long nodes, labels, notes, edges, dangling;

static void run(const char *sql) {
  char *message = NULL;
  if (sqlite3_exec(db, sql, NULL, NULL, &message)) {
    fprintf(stderr, "%s\n", message);
    exit(2);
  }
}

static sqlite3_stmt *prepare(const char *sql) {
  sqlite3_stmt *statement = NULL;
  if (sqlite3_prepare_v2(db, sql, -1, &statement, NULL)) exit(2);
  return statement;
}

static void bind(sqlite3_stmt *statement, int at, Text text) {
  sqlite3_bind_text(statement, at, text.bytes, (int)text.count, SQLITE_STATIC);
}

static void step(sqlite3_stmt *statement) {
  sqlite3_step(statement);
  sqlite3_reset(statement);
}

/* The rows of a file, field by field (RFC 4180). Doubled quotes are made single in place. */
typedef struct {
  char *at, *end;
  Text fields[COLUMNS];
  int count;
} Table;

static int next_row(Table *table) {
  char *p = table->at;
  table->count = 0;
  if (p >= table->end) return 0;
  for (;;) {
    Text field;
    if (*p == '"') {
      char *out = ++p;
      field.bytes = out;
      while (p < table->end) {
        if (*p == '"') {
          if (p + 1 < table->end && p[1] == '"') p++;
          else break;
        }
        *out++ = *p++;
      }
      field.count = (size_t)(out - field.bytes);
      p++;
    } else {
      field.bytes = p;
      while (p < table->end && *p != ',' && *p != '\n' && *p != '\r') p++;
      field.count = (size_t)(p - field.bytes);
    }
    if (table->count < COLUMNS) table->fields[table->count++] = field;
    if (p < table->end && *p == ',') {
      p++;
      continue;
    }
    if (p < table->end && *p == '\r') p++;
    if (p < table->end && *p == '\n') p++;
    table->at = p;
    return 1;
  }
}

static int column(const Table *header, const char *name) {
  for (int i = 0; i < header->count; i++)
    if (header->fields[i].count == strlen(name) &&
        !memcmp(header->fields[i].bytes, name, strlen(name)))
      return i;
  return -1;
}

static Text last_component(Text uri) {
  size_t start = uri.count;
  while (start > 0 && uri.bytes[start - 1] != '/') start--;
  return (Text){uri.bytes + start, uri.count - start};
}

static Slot *find(Text key) {
  unsigned long long hash = 1469598103934665603ull;
  for (size_t i = 0; i < key.count; i++)
    hash = (hash ^ (unsigned char)key.bytes[i]) * 1099511628211ull;
  size_t slot = hash & (SLOTS - 1);
  while (slots[slot].key.bytes &&
         (slots[slot].key.count != key.count || memcmp(slots[slot].key.bytes, key.bytes, key.count)))
    slot = (slot + 1) & (SLOTS - 1);
  return &slots[slot];
}

static void add_label(long node, int position, Text text) {
  labels++;
  sqlite3_bind_int64(insert_label, 1, labels);
  sqlite3_bind_int64(insert_label, 2, node);
  sqlite3_bind_int(insert_label, 3, position);
  bind(insert_label, 4, text);
  step(insert_label);
  sqlite3_bind_int64(insert_search, 1, labels);
  bind(insert_search, 2, text);
  step(insert_search);
}

static void add_note(long node, Text text) {
  if (!text.count) return;
  notes++;
  sqlite3_bind_int64(insert_note, 1, node);
  bind(insert_note, 2, text);
  step(insert_note);
}

static void add_edge(long from, long to, int kind) {
  edges++;
  sqlite3_bind_int64(insert_edge, 1, from);
  sqlite3_bind_int64(insert_edge, 2, to);
  sqlite3_bind_int(insert_edge, 3, kind);
  step(insert_edge);
}

static long add_node(Text uri, int kind) {
  Text code = last_component(uri);
  Slot *slot = find(code);
  if (slot->id) return slot->id;
  slot->key = code;
  slot->id = ++nodes;
  sqlite3_bind_int64(insert_node, 1, slot->id);
  bind(insert_node, 2, uri);
  sqlite3_bind_int(insert_node, 3, kind);
  step(insert_node);
  return slot->id;
}

static void read_concepts(Table *table) {
  int uri = column(table, "conceptUri"), title = column(table, "preferredLabel");
  int alternatives = column(table, "altLabels"), schemes = column(table, "inScheme");
  int code = column(table, "code"), group = column(table, "iscoGroup");
  int texts[] = {column(table, "description"), column(table, "definition"), column(table, "scopeNote")};
  while (next_row(table)) {
    const Text *f = table->fields;
    long node = add_node(f[uri], 1);
    int position = 0;
    /* The groups of ISCO-08 are nodes and nothing more, as they are for us. */
    if (last_component(f[uri]).bytes[0] == 'C' && group < 0 && f[0].bytes[0] == 'I') continue;
    add_label(node, position++, f[title]);
    for (size_t start = 0; alternatives >= 0 && start < f[alternatives].count;) {
      const char *line = f[alternatives].bytes + start;
      const char *end = memchr(line, '\n', f[alternatives].count - start);
      size_t count = end ? (size_t)(end - line) : f[alternatives].count - start;
      if (count != f[title].count || memcmp(line, f[title].bytes, count))
        add_label(node, position++, (Text){line, count});
      start += count + 1;
    }
    if (code >= 0 && f[code].count) add_label(node, position++, f[code]);
    for (int i = 0; i < 3; i++)
      if (texts[i] >= 0) add_note(node, f[texts[i]]);
    if (group >= 0 && f[group].count) {
      char key[16] = "C";
      memcpy(key + 1, f[group].bytes, f[group].count < 8 ? f[group].count : 8);
      add_edge(node, find((Text){key, strlen(key)})->id, 5);
    }
    for (size_t start = 0; schemes >= 0 && start < f[schemes].count;) {
      const char *s = f[schemes].bytes + start;
      size_t count = strcspn(s, ", \n\"");
      if (start + count > f[schemes].count) count = f[schemes].count - start;
      Text last = last_component((Text){s, count});
      const char *structure[] = {"skills", "occupations", "member-skills", "member-occupations",
                                 "skills-hierarchy", "isced-f", "isco"};
      int is_collection = count > 0;
      for (int i = 0; i < 7; i++)
        if (last.count == strlen(structure[i]) && !memcmp(last.bytes, structure[i], last.count))
          is_collection = 0;
      if (is_collection) add_edge(node, add_node((Text){s, count}, 3), 4);
      start += count + 1;
    }
  }
}

static void read_relations(Table *table, int from, int to, int type) {
  while (next_row(table)) {
    const Text *f = table->fields;
    long a = find(last_component(f[from]))->id, b = find(last_component(f[to]))->id;
    if (a && b) add_edge(a, b, type < 0 ? 3 : f[type].bytes[0]);
    else dangling++;
  }
}

static void read_file(const char *path, int relations) {
  FILE *file = fopen(path, "rb");
  if (!file) exit(3);
  fseek(file, 0, SEEK_END);
  long size = ftell(file);
  rewind(file);
  /* Kept until the end: the keys of the hash are in it. */
  char *bytes = malloc((size_t)size + 1);
  if (fread(bytes, 1, (size_t)size, file) != (size_t)size) exit(3);
  bytes[size] = 0;
  fclose(file);
  Table table = {.at = bytes, .end = bytes + size};
  next_row(&table);
  int is_relation = column(&table, "occupationUri") >= 0 || column(&table, "originalSkillUri") >= 0 ||
                    column(&table, "broaderUri") >= 0;
  if (is_relation != relations) {
    free(bytes);
    return;
  }
  if (column(&table, "occupationUri") >= 0)
    read_relations(&table, column(&table, "occupationUri"), column(&table, "skillUri"),
                   column(&table, "relationType"));
  else if (column(&table, "originalSkillUri") >= 0)
    read_relations(&table, column(&table, "originalSkillUri"), column(&table, "relatedSkillUri"),
                   column(&table, "relationType"));
  else if (column(&table, "broaderUri") >= 0)
    read_relations(&table, column(&table, "conceptUri"), column(&table, "broaderUri"), -1);
  else if (column(&table, "conceptUri") >= 0 && column(&table, "broaderConceptUri") < 0)
    read_concepts(&table);
  else
    while (next_row(&table)) continue;
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

int main(int argc, char **argv) {
  if (argc < 3) return 2;
  char path[4096];
  const char *ends[] = {"", "-wal", "-shm"};
  for (int i = 0; i < 3; i++) {
    snprintf(path, sizeof path, "%s%s", argv[1], ends[i]);
    unlink(path);
  }
  if (sqlite3_open(argv[1], &db)) return 2;
  run("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536;"
      "CREATE TABLE node (id INTEGER PRIMARY KEY, uri TEXT NOT NULL, kind INT NOT NULL);"
      "CREATE TABLE label (id INTEGER PRIMARY KEY, node INT NOT NULL, position INT NOT NULL,"
      "  text TEXT NOT NULL);"
      "CREATE TABLE note (node INT NOT NULL, text TEXT NOT NULL);"
      "CREATE TABLE edge (src INT NOT NULL, dst INT NOT NULL, kind INT NOT NULL,"
      "  PRIMARY KEY (src, dst, kind)) WITHOUT ROWID;"
      "CREATE VIRTUAL TABLE search USING fts5 (text, content = '',"
      "  tokenize = 'unicode61 remove_diacritics 2')");
  insert_node = prepare("INSERT INTO node VALUES (?, ?, ?)");
  insert_label = prepare("INSERT INTO label VALUES (?, ?, ?, ?)");
  insert_search = prepare("INSERT INTO search (rowid, text) VALUES (?, ?)");
  insert_note = prepare("INSERT INTO note VALUES (?, ?)");
  insert_edge = prepare("INSERT OR IGNORE INTO edge VALUES (?, ?, ?)");
  double start = now();
  run("BEGIN IMMEDIATE");
  for (int i = 2; i < argc; i++) read_file(argv[i], 0);
  for (int i = 2; i < argc; i++) read_file(argv[i], 1);
  run("CREATE UNIQUE INDEX node_uri ON node (uri);"
      "CREATE INDEX label_node ON label (node, position);"
      "CREATE INDEX note_node ON note (node);"
      "CREATE INDEX edge_reverse ON edge (dst, kind, src); COMMIT");
  printf("nodes %ld labels %ld notes %ld edges %ld dangling %ld total_s %.3f\n", nodes, labels, notes,
         edges, dangling, now() - start);
  run("PRAGMA wal_checkpoint(TRUNCATE)");
  sqlite3_close(db);
  return 0;
}
