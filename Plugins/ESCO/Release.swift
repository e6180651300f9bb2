import PasserelleKit

/// The files of a release, sorted out.
struct Release {
  /// The version that the folder names.
  let version: String?
  /// Where the release starts.
  let position: SourcePosition
  private let files: [ReleaseFile]

  /// The key of the one document that everything rests on.
  static let source = "esco"

  /// Sorts out what is there; a file that cannot be read is reported.
  ///
  /// - Throws: A diagnostic where nothing can be made of it.
  init(_ source: Source, graph: GraphWriter) throws(Diagnostic) {
    var (files, broken): ([ReleaseFile], [Diagnostic]) = ([], [])
    for part in source.parts {
      do throws(Diagnostic) { files.append(try ReleaseFile(part)) } catch { broken.append(error) }
    }
    // What is missing may be what is broken.
    let hasConcepts = files.contains { $0.content == .concepts }
    for problem in hasConcepts ? broken[...] : broken.dropLast() { graph.report(problem) }
    guard let first = files.first(where: { $0.content == .concepts }) else {
      throw broken.last
        ?? .error(
          .missingPart, at: source.main.position,
          "the files of concepts are missing, which the other files refer to",
          hint: "give the folder of the classification as well: occupations, skills, groups")
    }
    self.files = files.sorted { $0.part.name.utf8.lexicographicallyPrecedes($1.part.name.utf8) }
    position = first.table.headerPosition
    version = try Self.version(of: files, graph: graph)
    try checkNames(graph)
  }

  private static func version(
    of files: [ReleaseFile], graph: GraphWriter
  ) throws(Diagnostic) -> String? {
    let named = files.filter { $0.version != nil }
    guard let first = named.first else {
      graph.report(
        .warning(
          .noVersion, at: files[0].part.position,
          "nothing here says which version of ESCO this is; it is imported as 'esco'",
          hint: "import the folder under a name with the version, such as 'esco-1.1.1'"))
      return nil
    }
    if let other = named.first(where: { $0.version != first.version }) {
      throw .error(
        .severalVersions, at: other.part.position,
        "this is version \(other.version ?? ""), '\(first.part.name)' is version \(first.version ?? "")",
        hint: "import one version at a time")
    }
    return first.version
  }

  /// Checks that the names tell the files and their languages apart.
  ///
  /// - Parameter graph: Where all problems but the last are reported.
  /// - Throws: The last problem.
  private func checkNames(_ graph: GraphWriter) throws(Diagnostic) {
    var seen: [String: String] = [:]
    var problems: [Diagnostic] = []
    for file in files where file.content == .concepts || file.content == .schemes {
      guard let language = file.language else {
        problems.append(
          .error(
            .noLanguage, at: file.part.position,
            "the name of the file does not say the language of its labels",
            hint: "name it as the release does: \(file.nameInRelease)"))
        continue
      }
      if let other = seen.updateValue(file.part.name, forKey: "\(file.stem)_\(language)") {
        problems.append(
          .error(
            .duplicatePart, at: file.part.position, "'\(other)' is the same file of the release"))
      }
    }
    guard let last = problems.popLast() else { return }
    for problem in problems { graph.report(problem) }
    throw last
  }

  // MARK: - What there is to read

  /// The files of concepts, each in its main language: English where it is there.
  var conceptFiles: [ReleaseFile] {
    let concepts = files.filter { $0.content == .concepts }
    return concepts.filter { file in
      let siblings = concepts.filter { $0.stem == file.stem }
      let main = siblings.first { $0.language?.description == "en" } ?? siblings.first
      return main?.part.index == file.part.index
    }
  }

  /// The same concepts in other languages.
  func translations(of file: ReleaseFile) -> [ReleaseFile] {
    files.filter {
      $0.content == .concepts && $0.stem == file.stem && $0.part.index != file.part.index
    }
  }

  var schemeFiles: [ReleaseFile] { files.filter { $0.content == .schemes } }

  var relationFiles: [ReleaseFile] {
    files.filter { [.broader, .occupationSkills, .skillSkills].contains($0.content) }
  }

  // MARK: - What it is

  var framework: Framework {
    var framework = Framework(
      name: FrameworkName(series: "esco", version: version), kind: .competences,
      title: .english("European Skills, Competences, Qualifications and Occupations"))
    framework.authority = "European Commission"
    framework.licence = Self.licence
    framework.source = Self.source
    return framework
  }

  var document: Document {
    var document = Document(
      key: Self.source, title: "ESCO classification\(version.map { ", version \($0)" } ?? "")")
    document.publisher = "European Commission"
    document.licence = Self.licence
    document.isOfficial = true
    return document
  }

  private static let licence =
    "reuse under Commission Decision 2011/833/EU: acknowledge the ESCO classification of the "
    + "European Commission"
}
