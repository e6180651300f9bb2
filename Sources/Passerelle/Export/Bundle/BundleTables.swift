/// The tables of a bundle, with the types that PostgreSQL gives their columns.
enum BundleTables {
  struct Table {
    var name: String
    var columns: [(name: String, type: String)]
    /// What more the table is held to.
    var constraints: [String] = []
  }

  static let all = [
    Table(
      name: "publication",
      columns: [
        ("name", "text PRIMARY KEY"), ("kind", "text NOT NULL"), ("authority", "text"),
        ("authority_url", "text"), ("valid_from", "text"), ("valid_by", "text"),
        ("valid_to", "text"), ("date", "text"),
        ("supersedes", "text"), ("subject", "text"), ("object", "text"), ("uri", "text"),
        ("subject_uri", "text"), ("object_uri", "text"), ("licence", "text"), ("source", "text"),
        ("is_mutual", "boolean"), ("is_lasting", "boolean"),
        ("is_verified", "boolean NOT NULL"), ("is_open", "boolean NOT NULL"),
      ]),
    Table(
      name: "publication_word",
      columns: [
        ("publication", "text NOT NULL REFERENCES publication"), ("role", "text NOT NULL"),
        ("position", "integer NOT NULL"), ("language", "text"), ("value", "text NOT NULL"),
      ], constraints: ["PRIMARY KEY (publication, role, position)"]),
    Table(
      name: "document",
      columns: [
        ("publication", "text NOT NULL REFERENCES publication"), ("key", "text NOT NULL"),
        ("title", "text NOT NULL"), ("publisher", "text"), ("date", "text"), ("url", "text"),
        ("licence", "text"), ("is_official", "boolean NOT NULL"), ("via", "text"),
        ("is_verified", "boolean NOT NULL"),
      ], constraints: ["PRIMARY KEY (publication, key)"]),
    Table(
      name: "concept",
      columns: [
        ("id", "text PRIMARY KEY"), ("publication", "text NOT NULL REFERENCES publication"),
        ("code", "text NOT NULL"), ("position", "integer NOT NULL"), ("kind", "text NOT NULL"),
        ("tier", "text"), ("uri", "text"), ("status", "text"), ("valid_from", "text"),
        ("valid_by", "text"), ("valid_to", "text"), ("workload", "text"), ("sector", "text"),
        ("source", "text"),
      ]),
    Table(
      name: "label",
      columns: [
        ("concept", "text NOT NULL REFERENCES concept"), ("role", "text NOT NULL"),
        ("position", "integer NOT NULL"), ("language", "text NOT NULL"),
        ("text", "text NOT NULL"),
      ], constraints: ["PRIMARY KEY (concept, role, position)"]),
    // What a link points at may be in no publication of the bundle.
    Table(
      name: "link",
      columns: [
        ("id", "bigint PRIMARY KEY"), ("publication", "text NOT NULL REFERENCES publication"),
        ("subject", "text NOT NULL"), ("relation", "text NOT NULL"), ("object", "text NOT NULL"),
        ("subject_uri", "text"), ("object_uri", "text"),
        ("source", "text"), ("is_verified", "boolean NOT NULL"), ("confidence", "numeric"),
        ("outcome", "text"), ("date", "text"), ("valid_from", "text"), ("valid_by", "text"),
        ("valid_to", "text"),
        ("justification", "text"), ("tool", "text"),
      ]),
    Table(
      name: "link_word",
      columns: [
        ("link", "bigint NOT NULL REFERENCES link"), ("role", "text NOT NULL"),
        ("position", "integer NOT NULL"), ("language", "text"), ("value", "text NOT NULL"),
      ], constraints: ["PRIMARY KEY (link, role, position)"]),
    Table(
      name: "note",
      columns: [
        ("id", "bigint NOT NULL"), ("publication", "text NOT NULL REFERENCES publication"),
        ("about", "text NOT NULL"), ("language", "text NOT NULL"), ("text", "text NOT NULL"),
        ("source", "text"), ("is_verified", "boolean NOT NULL"),
        ("is_background", "boolean NOT NULL"),
      ], constraints: ["PRIMARY KEY (id, language)"]),
    Table(
      name: "name",
      columns: [
        ("id", "bigint NOT NULL"), ("publication", "text NOT NULL REFERENCES publication"),
        ("concept", "text NOT NULL"), ("kind", "text NOT NULL"), ("language", "text NOT NULL"),
        ("text", "text NOT NULL"), ("valid_from", "text"), ("valid_by", "text"),
        ("valid_to", "text"),
        ("source", "text"), ("is_verified", "boolean NOT NULL"),
      ], constraints: ["PRIMARY KEY (id, language, text)"]),
    Table(
      name: "procedure",
      columns: [
        ("id", "bigint PRIMARY KEY"), ("publication", "text NOT NULL REFERENCES publication"),
        ("purpose", "text NOT NULL"), ("is_binding", "boolean"), ("url", "text"),
        ("valid_from", "text"), ("valid_by", "text"), ("valid_to", "text"), ("source", "text"),
        ("is_verified", "boolean NOT NULL"),
      ]),
    Table(
      name: "procedure_word",
      columns: [
        ("procedure", "bigint NOT NULL REFERENCES procedure"), ("role", "text NOT NULL"),
        ("position", "integer NOT NULL"), ("language", "text"), ("value", "text NOT NULL"),
      ], constraints: ["PRIMARY KEY (procedure, role, position)"]),
  ]

  /// The script that makes the tables and loads them, for `psql`.
  static var script: String {
    let creates = all.map { table in
      let columns =
        table.columns.map { "  \"\($0.name)\" \($0.type)" } + table.constraints.map { "  \($0)" }
      return "CREATE TABLE \(table.name) (\n\(columns.joined(separator: ",\n"))\n);"
    }
    let copies = all.map { table in
      "\\copy \(table.name) FROM '\(table.name).csv' WITH (FORMAT csv, HEADER true, ENCODING 'UTF8')"
    }
    let indexes = [
      "CREATE INDEX ON link (subject);", "CREATE INDEX ON link (object);",
      "CREATE INDEX ON label (lower(text));", "CREATE INDEX ON note (about);",
      "CREATE INDEX ON name (concept);", "CREATE INDEX ON name (lower(text));",
    ]
    return
      (["-- Run in this folder: psql -v ON_ERROR_STOP=1 -f load.sql DATABASE", "BEGIN;"]
      + ["DROP SCHEMA IF EXISTS passerelle CASCADE;", "CREATE SCHEMA passerelle;"]
      + ["SET LOCAL search_path = passerelle;"] + creates + copies
      + indexes + ["COMMIT;"]).joined(separator: "\n") + "\n"
  }
}
