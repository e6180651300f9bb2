internal import PasserelleModel

// What a package has no place for.

extension CASEExporter {
  /// Counts what a document has no place for.
  mutating func count(_ framework: Framework, isFromCASE: Bool) {
    guard !isFromCASE else { return }
    if framework.validity.by != nil { loss.add(LossReport.earliestDay, "\(framework.name)") }
    if framework.licence != nil { loss.add("licence", "\(framework.name)") }
    for name in framework.aliases + framework.acronyms { loss.add("other name", name) }
    for country in framework.countries { loss.add("country", "\(framework.name): \(country)") }
    if let url = framework.authorityURL { loss.add("address of the authority", url) }
    if let old = framework.supersedes { loss.add("earlier version", "\(framework.name): \(old)") }
  }

  /// Counts a source, unless the document itself is it.
  mutating func count(_ document: Document) throws {
    let isPackage =
      if let framework { try identity.document(of: framework.name) != nil } else { false }
    guard !isPackage || document.key != framework?.source else { return }
    loss.add("source", document.title)
  }

  /// Counts a note, unless it is what CASE said.
  mutating func count(_ note: Note) throws {
    guard note.isBackground, try identity.document(of: note.about.framework) != nil,
      note.about.framework == framework?.name,
      let value = note.text.preferred.flatMap({ NamedValue($0) })
    else {
      loss.add("note", "\(note.about)")
      return
    }
    let fields = note.about.code == nil ? CASEFields.ofDocument : CASEFields.ofItem
    let isWritten =
      CASEFields.ofAll.contains(value.name) || fields.contains { $0.name == value.name }
      || value.name.hasPrefix("isChildOf/")
    if !isWritten { loss.add("note", "\(note.about)") }
  }

  /// Counts what an association has no place for.
  mutating func count(_ link: Link, as name: String) {
    for detail in link.details {
      let known = NamedValue(detail)?.name ?? "detail"
      let isWritten =
        CASEFields.ofAll.contains(known) || CASEFields.ofAssociation.contains { $0.name == known }
        || known.hasPrefix("originNodeURI/") || known.hasPrefix("destinationNodeURI/")
      if !isWritten { loss.add("'\(known)' of a link", "\(name): \(detail)") }
    }
    var bare = link
    bare.details = []
    let isMore = bare.remarks.count > (link.relation.isMatch ? 0 : 1) || link.confidence != nil
    if isMore { loss.add("remarks on a link", name) }
  }
}
