import PasserelleKit

/// What the comment lines of a list say: the framework, and the evidence that its levels rest on.
struct ListHead {
  let framework: Framework
  let document: Document
  /// Where the comment lines stand.
  let position: SourcePosition

  init(of table: Table, in part: SourcePart, graph: GraphWriter) throws(Diagnostic) {
    guard let head = table.preamble else {
      throw .error(
        .missingHead, at: table.headerPosition, "nothing says which framework this is",
        hint: "begin the file with comment lines: '# framework: …', '# title: …'")
    }
    try head.checkKeys(["framework", "title", "publisher", "date"], to: graph)
    let title = try head.require("title").scalar()
    var document = Document(key: "list", title: part.name)
    document.publisher = try head.text("publisher")
    document.date = try head.value("date")
    var framework = Framework(
      name: try head.require("framework").value(), kind: .qualificationsFramework,
      title: .english(title))
    framework.authority = document.publisher
    framework.source = document.key
    (self.framework, self.document, position) = (framework, document, head.position)
  }
}
