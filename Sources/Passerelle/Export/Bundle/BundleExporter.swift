internal import Foundation
package import PasserelleModel

/// Writes statements as a folder of tables, with the script that loads them into PostgreSQL and the types of
/// their columns for R and Python.
///
/// Nothing is lost: a dump of the tables says all that the statements say.
package struct BundleExporter: Exporter {
  package let loss = LossReport()
  private let folder: String
  private let tables: [String: CSVFile]
  private var publication = ""
  private var position = 0
  private var (links, names, notes, procedures) = (0, 0, 0, 0)

  /// Prepares to write into a folder, which is made where there is none.
  ///
  /// - Parameters:
  ///   - folder: The folder.
  ///   - inputs: The files that are read for it, none of which is replaced.
  /// - Throws: `ExportError` where it cannot be written.
  package init(into folder: String, sparing inputs: [String] = []) throws {
    self.folder = folder
    guard
      (try? FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)) != nil
    else { throw ExportError(path: folder, errno) }
    tables = Dictionary(
      uniqueKeysWithValues: try BundleTables.all.map { table in
        let path = "\(folder)/\(table.name).csv"
        let columns = table.columns.map(\.name)
        return (table.name, try CSVFile(path, columns: columns, sparing: inputs))
      })
  }

  package mutating func add(_ statement: Statement) throws {
    switch statement {
    case .framework(let framework): try begin(framework)
    case .mappings(let mappings): try begin(mappings)
    case .agreement(let agreement): try begin(agreement)
    case .document(let document):
      try add(
        "document", publication, document.key, document.title, document.publisher,
        document.date?.description, document.url, document.licence, truth(document.isOfficial),
        document.via, truth(document.isVerified))
    case .concept(let concept): try add(concept)
    case .link(let link): try add(link)
    case .note(let note):
      notes += 1
      for entry in note.text.entries {
        try add(
          "note", "\(notes)", publication, note.about.description, entry.language.description,
          entry.text, note.source, truth(note.isVerified), truth(note.isBackground))
      }
    case .name(let name):
      names += 1
      for entry in name.text.entries {
        try add(
          "name", "\(names)", publication, name.concept.description, name.kind.rawValue,
          entry.language.description, entry.text, name.validity.from?.description,
          name.validity.by?.description, name.validity.to?.description, name.source,
          truth(name.isVerified))
      }
    case .procedure(let procedure): try add(procedure)
    case .profile, .asset: break
    }
  }

  package func end() throws {
    for table in tables.values { try table.close() }
    for (name, text) in [
      ("load.sql", BundleTables.script), (DataPackage.fileName, DataPackage.text),
    ] {
      let file = try ExportFile("\(folder)/\(name)")
      try file.write(text)
      try file.close()
    }
  }

  // MARK: - Publications

  private mutating func begin(_ framework: Framework) throws {
    publication = framework.name.description
    position = 0
    try add(
      "publication", publication, framework.kind.rawValue, framework.authority,
      framework.authorityURL, framework.validity.from?.description,
      framework.validity.by?.description, framework.validity.to?.description, nil,
      framework.supersedes?.description, nil, nil,
      framework.uri, nil, nil, framework.licence, framework.source, nil, nil, truth(true),
      truth(framework.isOpen))
    try words("publication_word", publication, "title", framework.title)
    try words("publication_word", publication, "alias", framework.aliases)
    try words("publication_word", publication, "acronym", framework.acronyms)
    try words("publication_word", publication, "country", framework.countries.map(\.description))
    try words("publication_word", publication, "sector", framework.sectors.map(\.rawValue))
  }

  private mutating func begin(_ mappings: MappingSet) throws {
    publication = mappings.name.description
    try add(
      "publication", publication, "mapping-set", nil, nil, mappings.validity.from?.description,
      mappings.validity.by?.description, mappings.validity.to?.description, nil, nil,
      mappings.from?.description,
      mappings.to?.description, mappings.uri, mappings.fromURI, mappings.toURI, mappings.licence,
      mappings.source, nil, nil, truth(true),
      truth(mappings.isOpen))
    try words("publication_word", publication, "title", mappings.title)
  }

  private mutating func begin(_ agreement: Agreement) throws {
    publication = agreement.name.description
    try add(
      "publication", publication, agreement.kind.rawValue, nil, nil,
      agreement.validity.from?.description, agreement.validity.by?.description,
      agreement.validity.to?.description,
      agreement.date?.description, nil, nil, nil, nil, nil, nil, agreement.licence,
      agreement.source,
      truth(agreement.isMutual), agreement.isLasting.map(truth), truth(agreement.isVerified),
      truth(false))
    try words("publication_word", publication, "title", agreement.title)
    try words("publication_word", publication, "from", agreement.from.map(\.description))
    try words("publication_word", publication, "to", agreement.to.map(\.description))
    try words("publication_word", publication, "party", agreement.parties)
    try words("publication_word", publication, "purpose", agreement.purposes.map(\.rawValue))
    try words("publication_word", publication, "sector", agreement.sectors.map(\.rawValue))
    try words(
      "publication_word", publication, "field", agreement.educationFields.map(\.description))
    try words(
      "publication_word", publication, "occupation", agreement.occupations.map(\.description))
    try words(
      "publication_word", publication, "except-field", agreement.exceptedFields.map(\.description))
    try words(
      "publication_word", publication, "except-occupation",
      agreement.exceptedOccupations.map(\.description))
    try words("publication_word", publication, "covers", agreement.covers)
    try words("publication_word", publication, "conditions", agreement.conditions)
  }

  // MARK: - Contents

  private mutating func add(_ concept: Concept) throws {
    let id = concept.id.description
    try add(
      "concept", id, publication, concept.id.code?.description ?? "", "\(position)",
      concept.kind.rawValue, concept.tier, concept.uri, concept.status,
      concept.validity.from?.description, concept.validity.by?.description,
      concept.validity.to?.description,
      listed(concept.workloads.map(\.description)), listed(concept.sectors.map(\.rawValue)),
      concept.source)
    position += 1
    try words("label", id, "title", concept.title)
    try words("label", id, "alternative", concept.alternatives)
  }

  private mutating func add(_ link: Link) throws {
    links += 1
    try add(
      "link", "\(links)", publication, link.from.description, link.relation.rawValue,
      link.to.description, link.fromURI, link.toURI, link.source, truth(link.isVerified),
      link.confidence?.description,
      link.outcome?.rawValue, link.date?.description, link.validity.from?.description,
      link.validity.by?.description, link.validity.to?.description, link.justification?.rawValue,
      link.tool)
    try words("link_word", "\(links)", "note", link.note)
    try words("link_word", "\(links)", "party", link.parties)
    try words("link_word", "\(links)", "purpose", link.purposes.map(\.rawValue))
    try words("link_word", "\(links)", "condition", link.conditions)
    try words("link_word", "\(links)", "compensation", link.compensation)
    try words("link_word", "\(links)", "author", link.authors)
    try words("link_word", "\(links)", "detail", link.details)
  }

  private mutating func add(_ procedure: Procedure) throws {
    procedures += 1
    let id = "\(procedures)"
    try add(
      "procedure", id, publication, procedure.purpose.rawValue, procedure.isBinding.map(truth),
      procedure.url, procedure.validity.from?.description, procedure.validity.by?.description,
      procedure.validity.to?.description,
      procedure.source, truth(procedure.isVerified))
    func words(_ role: String, _ values: [some CustomStringConvertible]) throws {
      try self.words("procedure_word", id, role, values.map(\.description))
    }
    try self.words("procedure_word", id, "title", procedure.title)
    try words("first-contact", procedure.firstContacts)
    try words("information-centre", procedure.informationCentres)
    try words("decides", procedure.deciders)
    try words("issues", procedure.issuers)
    try words("legal-basis", procedure.legalBasis)
    try words("law", procedure.laws)
    try words("origin", procedure.origins)
    try words("sector", procedure.sectors.map(\.rawValue))
    try words("field", procedure.educationFields)
    try words("occupation", procedure.occupations)
    try words("except-field", procedure.exceptedFields)
    try words("except-occupation", procedure.exceptedOccupations)
    try self.words("procedure_word", id, "covers", procedure.covers)
    try self.words("procedure_word", id, "note", procedure.note)
  }

  // MARK: - Rows

  private func add(_ table: String, _ cells: String?...) throws { try tables[table]?.add(cells) }

  private func words(_ table: String, _ owner: String, _ role: String, _ text: LocalizedText) throws
  {
    for (position, entry) in text.entries.enumerated() {
      try add(table, owner, role, "\(position)", entry.language.description, entry.text)
    }
  }

  private func words(_ table: String, _ owner: String, _ role: String, _ texts: [String]) throws {
    for (position, text) in texts.enumerated() {
      try add(table, owner, role, "\(position)", nil, text)
    }
  }

  /// Several values in one cell; nothing if there are none.
  private func listed(_ values: [String]) -> String? {
    values.isEmpty ? nil : values.joined(separator: "; ")
  }

  private func truth(_ value: Bool) -> String { value ? "true" : "false" }
}
