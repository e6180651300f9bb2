import PasserelleKit

/// Reads the tables of a bundle, publication by publication.
struct BundleReader {
  private let publications: Publications
  private let documents: RecordReader<Document>?
  private let concepts: RecordReader<Concept>?
  private let links: RecordReader<Link>?
  private let names: RecordReader<Name>?
  private let notes: RecordReader<Note>?
  private let procedures: RecordReader<Procedure>?

  init(_ folder: BundleFolder, graph: GraphWriter) throws(Diagnostic) {
    publications = try Publications(folder, graph: graph)
    let order = publications.order
    documents = try RecordReader(folder, in: order, graph: graph)
    concepts = try RecordReader(folder, in: order, graph: graph)
    links = try RecordReader(folder, in: order, graph: graph)
    names = try RecordReader(folder, in: order, graph: graph)
    notes = try RecordReader(folder, in: order, graph: graph)
    procedures = try RecordReader(folder, in: order, graph: graph)
  }

  func read() throws(Diagnostic) {
    for publication in publications.all {
      try publications.state(publication)
      var scope = Scope(publication)
      var keys: Set<String> = []
      try documents?.read(of: scope) { keys.insert($0.key) }
      scope.documents = keys
      try concepts?.read(of: scope)
      try links?.read(of: scope)
      try names?.readTexts(of: scope)
      try notes?.readTexts(of: scope)
      try procedures?.read(of: scope)
    }
    try publications.finish()
    try documents?.finish()
    try concepts?.finish()
    try links?.finish()
    try names?.finish()
    try notes?.finish()
    try procedures?.finish()
  }
}
