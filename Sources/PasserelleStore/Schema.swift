internal import GRDB

/// The tables of the store.
///
/// A migration is never edited once it is published.
enum Schema {
  /// Marks a file as ours, without checksums: "PasG" as a number.
  static let applicationID = 0x5061_7347
  /// The version that a database must have to be read without migrating it.
  static var version: Int { migrations.count }

  /// Brings a database to this version, within the transaction that the caller has opened.
  ///
  /// The version is read under the write lock: several programs may meet a new store at once.
  static func migrate(_ db: Database) throws {
    let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    guard version < migrations.count else { return }
    for (index, migration) in migrations.enumerated() where index >= version {
      try db.execute(sql: migration)
      if migration == bulk { try hashNodes(db) }
      if migration == names { try foldLabels(db) }
    }
    if try Int.fetchOne(db, sql: "PRAGMA application_id") != PageChecks.applicationID {
      try db.execute(sql: "PRAGMA application_id = \(applicationID)")
    }
    try db.execute(sql: "PRAGMA user_version = \(migrations.count)")
  }

  /// Numbers the nodes of a store that has none of these numbers yet, and sees to it that each framework
  /// that has a node has one of its own.
  private static func hashNodes(_ db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO node (framework, code, hash)
          SELECT DISTINCT framework, '', 0 FROM node AS other WHERE NOT EXISTS
            (SELECT 1 FROM node WHERE framework = other.framework AND code = '')
        """)
    for row in try Row.fetchAll(db, sql: "SELECT id, framework, code FROM node") {
      let (id, framework, code): (Int64, String, String) = (row[0], row[1], row[2])
      let hash = NodeHash.hash(of: code.isEmpty ? framework : "\(framework):\(code)")
      try db.cachedStatement(sql: "UPDATE node SET hash = ? WHERE id = ?")
        .execute(arguments: [hash, id])
    }
    for index in bulkIndexes where index.name == "node_hash" {
      try db.execute(sql: index.definition)
    }
  }

  /// Folds the labels anew by which they are found, as `String.folded` does now.
  private static func foldLabels(_ db: Database) throws {
    let rows = try Row.fetchCursor(
      db, sql: "SELECT id, text, folded, latin FROM label WHERE folded <> ''")
    var changed: [(id: Int64, folded: String, latin: String)] = []
    while let row = try rows.next() {
      let text: String = row[1]
      let (folded, latin) = (text.folded, text.inLatin?.folded ?? "")
      if folded != row[2] || latin != row[3] { changed.append((row[0], folded, latin)) }
    }
    for row in changed {
      try db.cachedStatement(sql: "UPDATE label SET folded = ?, latin = ? WHERE id = ?")
        .execute(arguments: [row.folded, row.latin, row.id])
    }
    guard !changed.isEmpty else { return }
    try db.execute(sql: "INSERT INTO label_search (label_search) VALUES ('rebuild')")
  }

  /// What each version adds to the one before.
  ///
  /// One that was published is never edited.
  private static let migrations = [
    tables, procedures, reasoning, registers, records, parts, bulk, purposes, addresses, origins,
    names, coverage, days, exceptions, sectors,
  ]

  /// The sectors that award a level or a qualification.
  private static let sectors = """
    -- Several are parted by semicolons.
    ALTER TABLE concept ADD COLUMN sector TEXT;
    -- The bundled frameworks are read anew.
    DELETE FROM meta WHERE name IN ('library', 'content-hash');
    """

  /// Whether an agreement that has ended still covers what was awarded before; what it excepts is in its
  /// words.
  private static let exceptions = """
    ALTER TABLE publication ADD COLUMN is_lasting INTEGER;
    -- The bundled frameworks are read anew.
    DELETE FROM meta WHERE name IN ('library', 'content-hash');
    """

  /// The day by which something held for certain.
  private static let days = """
    ALTER TABLE publication ADD COLUMN valid_by TEXT;
    ALTER TABLE concept ADD COLUMN valid_by TEXT;
    ALTER TABLE link ADD COLUMN valid_by TEXT;
    ALTER TABLE procedure ADD COLUMN valid_by TEXT;
    ALTER TABLE name ADD COLUMN valid_by TEXT;
    -- The bundled frameworks are read anew.
    DELETE FROM meta WHERE name IN ('library', 'content-hash');
    """

  /// The addresses by which links name their ends, and what a name or an address means.
  ///
  /// `link` keeps what was stated; `meaning` is made of it and of the concepts that are here. Where a name
  /// without a version, or an address, is that of several concepts, it has several rows. `uri` is empty for
  /// a name without an address.
  private static let addresses = """
    ALTER TABLE link ADD COLUMN subject_uri TEXT;
    ALTER TABLE link ADD COLUMN object_uri TEXT;
    ALTER TABLE publication ADD COLUMN subject_uri TEXT;
    ALTER TABLE publication ADD COLUMN object_uri TEXT;
    CREATE INDEX link_subject_uri ON link (subject_uri, subject) WHERE subject_uri IS NOT NULL;
    CREATE INDEX link_object_uri ON link (object_uri, object) WHERE object_uri IS NOT NULL;
    CREATE TABLE meaning (
      name INTEGER NOT NULL REFERENCES node,
      uri TEXT NOT NULL,
      node INTEGER NOT NULL REFERENCES node,
      is_open INTEGER NOT NULL,
      PRIMARY KEY (name, uri, node)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX meaning_node ON meaning (node);
    -- The bundled frameworks are read anew.
    DELETE FROM meta WHERE name IN ('library', 'content-hash');
    """

  /// Further names of concepts.
  ///
  /// Their texts are labels, so that one search finds them all.
  static let names = """
    CREATE TABLE name (
      id INTEGER PRIMARY KEY,
      publication INTEGER NOT NULL REFERENCES publication ON DELETE CASCADE,
      node INTEGER NOT NULL REFERENCES node,
      kind TEXT NOT NULL,
      document INTEGER REFERENCES document,
      is_verified INTEGER NOT NULL,
      valid_from TEXT,
      valid_to TEXT,
      part INTEGER,
      line INTEGER NOT NULL,
      "column" INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX name_node ON name (node);
    CREATE INDEX name_publication ON name (publication);
    ALTER TABLE label ADD COLUMN name INTEGER REFERENCES name;
    CREATE INDEX label_name ON label (name) WHERE name IS NOT NULL;
    DELETE FROM meta WHERE name IN ('library', 'content-hash');
    """

  /// A link's purpose is one of four words; what else was imported as one never counted for any purpose,
  /// and is kept among the terms.
  static let purposes = """
    UPDATE link_word SET role = 'condition', value = 'purpose: ' || value
      WHERE role = 'purpose' AND value NOT IN ('study', 'regulated', 'work', 'prior-learning');
    DELETE FROM meta WHERE name = 'content-hash';
    """

  /// Where a mapping comes from.
  private static let origins = """
    ALTER TABLE link ADD COLUMN justification TEXT;
    ALTER TABLE link ADD COLUMN tool TEXT;
    DELETE FROM meta WHERE name = 'content-hash';
    """

  /// Where a procedure is applied for, and when it holds; what it covers is in its words.
  private static let coverage = """
    ALTER TABLE procedure ADD COLUMN url TEXT;
    ALTER TABLE procedure ADD COLUMN valid_from TEXT;
    ALTER TABLE procedure ADD COLUMN valid_to TEXT;
    -- The bundled frameworks are read anew.
    DELETE FROM meta WHERE name IN ('library', 'content-hash');
    """

  /// The status, validity and workload of a register's records.
  private static let records = """
    ALTER TABLE concept ADD COLUMN status TEXT;
    ALTER TABLE concept ADD COLUMN valid_from TEXT;
    ALTER TABLE concept ADD COLUMN valid_to TEXT;
    -- Several are parted by semicolons.
    ALTER TABLE concept ADD COLUMN workload TEXT;
    """

  /// Registers link to what may not be here.
  private static let registers = """
    ALTER TABLE publication ADD COLUMN is_open INTEGER NOT NULL DEFAULT 0;
    """

  /// The indexes that a large import takes away and builds anew.
  static let bulkIndexes: [(name: String, definition: String)] = [
    ("node_hash", "CREATE INDEX node_hash ON node (hash)"),
    ("concept_publication", "CREATE INDEX concept_publication ON concept (publication, position)"),
    ("label_node", "CREATE INDEX label_node ON label (node)"),
    ("link_subject", "CREATE INDEX link_subject ON link (subject)"),
    ("link_object", "CREATE INDEX link_object ON link (object)"),
    ("note_node", "CREATE INDEX note_node ON note (node)"),
    ("note_publication", "CREATE INDEX note_publication ON note (publication)"),
  ]

  /// Takes the words of a label into the search.
  static let labelTrigger = """
    CREATE TRIGGER label_inserted AFTER INSERT ON label BEGIN
      INSERT INTO label_search (rowid, folded, latin)
        VALUES (new.id, iif(new.folded = '', lower(new.text), new.folded), new.latin);
    END
    """

  /// What makes a large import lighter.
  ///
  /// A node is found by a hash of its name, which is a number, by an index that can be taken away. Three
  /// indexes go: a title is found by its words, the labels of a publication by its concepts, and its links
  /// are looked at all together. `folded` is empty where it is the text in lower case, as in English.
  private static let bulk = """
    CREATE TABLE named_node (
      id INTEGER PRIMARY KEY,
      framework TEXT NOT NULL,
      code TEXT NOT NULL,
      hash INTEGER NOT NULL
    ) STRICT;
    INSERT INTO named_node (id, framework, code, hash) SELECT id, framework, code, 0 FROM node;
    DROP TABLE node;
    ALTER TABLE named_node RENAME TO node;
    DROP INDEX label_node;
    CREATE INDEX label_node ON label (node);
    DROP INDEX label_folded;
    DROP INDEX label_publication;
    DROP INDEX link_publication;

    DROP TRIGGER label_inserted;
    DROP TRIGGER label_deleted;
    DROP TABLE label_word;
    DROP TABLE label_search;
    UPDATE label SET folded = '' WHERE folded = lower(text) AND text NOT GLOB '*[^ -~]*';
    CREATE VIEW label_text AS
      SELECT id, iif(folded = '', lower(text), folded) AS folded, latin FROM label;
    CREATE VIRTUAL TABLE label_search USING fts5 (
      folded, latin, content = 'label_text', content_rowid = 'id',
      tokenize = 'unicode61 remove_diacritics 0'
    );
    INSERT INTO label_search (label_search) VALUES ('rebuild');
    CREATE TRIGGER label_deleted AFTER DELETE ON label BEGIN
      INSERT INTO label_search (label_search, rowid, folded, latin)
        VALUES ('delete', old.id, iif(old.folded = '', lower(old.text), old.folded), old.latin);
    END;
    CREATE VIRTUAL TABLE label_word USING fts5vocab ('label_search', 'row');
    \(labelTrigger);
    """

  /// The files of a publication that is made of several: `part` is empty for what stands in the first.
  private static let parts = """
    CREATE TABLE publication_part (
      publication INTEGER NOT NULL REFERENCES publication ON DELETE CASCADE,
      part INTEGER NOT NULL,
      file TEXT NOT NULL,
      PRIMARY KEY (publication, part)
    ) STRICT, WITHOUT ROWID;
    ALTER TABLE concept ADD COLUMN part INTEGER;
    ALTER TABLE link ADD COLUMN part INTEGER;
    ALTER TABLE note ADD COLUMN part INTEGER;
    """

  /// How sure a source is of its own claim; what was decided, and when; agreements.
  ///
  /// An agreement is a publication, and its countries, parties and terms are its words.
  private static let reasoning = """
    ALTER TABLE link ADD COLUMN confidence TEXT;
    ALTER TABLE link ADD COLUMN outcome TEXT;
    ALTER TABLE link ADD COLUMN date TEXT;
    ALTER TABLE publication ADD COLUMN date TEXT;
    ALTER TABLE publication ADD COLUMN is_mutual INTEGER;
    ALTER TABLE publication ADD COLUMN is_verified INTEGER NOT NULL DEFAULT 1;
    """

  /// Who decides on recognition, and the names that frameworks are found by.
  private static let procedures = """
    CREATE TABLE procedure (
      id INTEGER PRIMARY KEY,
      publication INTEGER NOT NULL REFERENCES publication ON DELETE CASCADE,
      purpose TEXT NOT NULL,
      is_binding INTEGER,
      document INTEGER REFERENCES document,
      is_verified INTEGER NOT NULL,
      line INTEGER NOT NULL,
      "column" INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX procedure_publication ON procedure (publication);

    CREATE TABLE procedure_word (
      procedure INTEGER NOT NULL REFERENCES procedure ON DELETE CASCADE,
      role TEXT NOT NULL,
      position INTEGER NOT NULL,
      language TEXT NOT NULL,
      value TEXT NOT NULL,
      PRIMARY KEY (procedure, role, position)
    ) STRICT, WITHOUT ROWID;

    -- A label in another script is found by its Latin letters, too; so are the titles of frameworks.
    ALTER TABLE label ADD COLUMN latin TEXT NOT NULL DEFAULT '';
    DROP TRIGGER label_inserted;
    DROP TRIGGER label_deleted;
    DROP TABLE label_search;
    CREATE VIRTUAL TABLE label_search USING fts5 (
      folded, latin, content = 'label', content_rowid = 'id',
      tokenize = 'unicode61 remove_diacritics 0'
    );
    INSERT INTO label_search (label_search) VALUES ('rebuild');
    CREATE TRIGGER label_inserted AFTER INSERT ON label BEGIN
      INSERT INTO label_search (rowid, folded, latin) VALUES (new.id, new.folded, new.latin);
    END;
    CREATE TRIGGER label_deleted AFTER DELETE ON label BEGIN
      INSERT INTO label_search (label_search, rowid, folded, latin)
        VALUES ('delete', old.id, old.folded, old.latin);
    END;
    CREATE VIRTUAL TABLE label_word USING fts5vocab ('label_search', 'row');

    -- What helps to know a thing, and changes no answer.
    ALTER TABLE note ADD COLUMN is_background INTEGER NOT NULL DEFAULT 0;

    -- Where a source is declared.
    ALTER TABLE document ADD COLUMN line INTEGER NOT NULL DEFAULT 1;
    ALTER TABLE document ADD COLUMN "column" INTEGER NOT NULL DEFAULT 1;

    -- A name, an alias or an acronym in lower case, so that a question need not read all frameworks.
    CREATE TABLE publication_name (
      name TEXT NOT NULL,
      publication INTEGER NOT NULL REFERENCES publication ON DELETE CASCADE,
      PRIMARY KEY (name, publication)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX publication_name_publication ON publication_name (publication);

    -- The bundled frameworks are read anew, and what a user imported gets its names here.
    DELETE FROM meta WHERE name = 'library';
    INSERT INTO publication_name (name, publication)
      SELECT lower(iif(instr(name, '@'), substr(name, 1, instr(name, '@') - 1), name)), id
      FROM publication WHERE NOT is_mapping_set
      UNION SELECT lower(value), publication FROM publication_word WHERE role = 'alias';
    """

  /// Every identifier that anything mentions is a node, so that a link survives the replacing of
  /// what it points at.
  ///
  /// The code of a framework itself is empty.
  private static let tables = """
    CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

    CREATE TABLE node (
      id INTEGER PRIMARY KEY,
      framework TEXT NOT NULL,
      code TEXT NOT NULL,
      UNIQUE (framework, code)
    ) STRICT;

    -- A version of a framework, or a set of mappings: what is published, and replaced, as one.
    CREATE TABLE publication (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE,
      is_mapping_set INTEGER NOT NULL,
      kind TEXT NOT NULL,
      authority TEXT,
      authority_url TEXT,
      valid_from TEXT,
      valid_to TEXT,
      supersedes TEXT,
      subject TEXT,
      object TEXT,
      uri TEXT,
      licence TEXT,
      source TEXT,
      is_bundled INTEGER NOT NULL,
      adapter TEXT NOT NULL,
      file TEXT NOT NULL,
      line INTEGER NOT NULL,
      "column" INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE publication_word (
      publication INTEGER NOT NULL REFERENCES publication ON DELETE CASCADE,
      role TEXT NOT NULL,
      position INTEGER NOT NULL,
      language TEXT NOT NULL,
      value TEXT NOT NULL,
      PRIMARY KEY (publication, role, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE document (
      id INTEGER PRIMARY KEY,
      publication INTEGER NOT NULL REFERENCES publication ON DELETE CASCADE,
      "key" TEXT NOT NULL,
      title TEXT NOT NULL,
      publisher TEXT,
      date TEXT,
      url TEXT,
      licence TEXT,
      is_official INTEGER NOT NULL,
      via TEXT,
      is_verified INTEGER NOT NULL,
      UNIQUE (publication, "key")
    ) STRICT;

    CREATE TABLE concept (
      node INTEGER PRIMARY KEY REFERENCES node,
      publication INTEGER NOT NULL REFERENCES publication ON DELETE CASCADE,
      position INTEGER NOT NULL,
      kind TEXT NOT NULL,
      tier TEXT,
      uri TEXT,
      document INTEGER REFERENCES document,
      line INTEGER NOT NULL,
      "column" INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX concept_publication ON concept (publication, position);

    CREATE TABLE label (
      id INTEGER PRIMARY KEY,
      publication INTEGER NOT NULL REFERENCES publication ON DELETE CASCADE,
      node INTEGER NOT NULL REFERENCES node,
      role TEXT NOT NULL,
      position INTEGER NOT NULL,
      language TEXT NOT NULL,
      text TEXT NOT NULL,
      folded TEXT NOT NULL
    ) STRICT;
    CREATE INDEX label_folded ON label (folded);
    CREATE INDEX label_node ON label (node, role, position);
    CREATE INDEX label_publication ON label (publication);

    -- The text is folded before it comes here: SQLite's own folding stops at the Latin script.
    CREATE VIRTUAL TABLE label_search USING fts5 (
      folded, content = 'label', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 0'
    );
    CREATE TRIGGER label_inserted AFTER INSERT ON label BEGIN
      INSERT INTO label_search (rowid, folded) VALUES (new.id, new.folded);
    END;
    CREATE TRIGGER label_deleted AFTER DELETE ON label BEGIN
      INSERT INTO label_search (label_search, rowid, folded)
        VALUES ('delete', old.id, old.folded);
    END;

    CREATE TABLE link (
      id INTEGER PRIMARY KEY,
      publication INTEGER NOT NULL REFERENCES publication ON DELETE CASCADE,
      subject INTEGER NOT NULL REFERENCES node,
      relation TEXT NOT NULL,
      object INTEGER NOT NULL REFERENCES node,
      document INTEGER REFERENCES document,
      is_verified INTEGER NOT NULL,
      valid_from TEXT,
      valid_to TEXT,
      line INTEGER NOT NULL,
      "column" INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX link_subject ON link (subject);
    CREATE INDEX link_object ON link (object);
    CREATE INDEX link_publication ON link (publication);

    CREATE TABLE link_word (
      link INTEGER NOT NULL REFERENCES link ON DELETE CASCADE,
      role TEXT NOT NULL,
      position INTEGER NOT NULL,
      language TEXT NOT NULL,
      value TEXT NOT NULL,
      PRIMARY KEY (link, role, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE note (
      id INTEGER PRIMARY KEY,
      publication INTEGER NOT NULL REFERENCES publication ON DELETE CASCADE,
      node INTEGER NOT NULL REFERENCES node,
      document INTEGER REFERENCES document,
      is_verified INTEGER NOT NULL,
      line INTEGER NOT NULL,
      "column" INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX note_node ON note (node);
    CREATE INDEX note_publication ON note (publication);

    CREATE TABLE note_word (
      note INTEGER NOT NULL REFERENCES note ON DELETE CASCADE,
      position INTEGER NOT NULL,
      language TEXT NOT NULL,
      value TEXT NOT NULL,
      PRIMARY KEY (note, position)
    ) STRICT, WITHOUT ROWID;
    """
}
