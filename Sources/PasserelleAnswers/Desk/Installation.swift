internal import Foundation
package import Passerelle
public import PasserelleModel
package import PasserelleStore

/// Where Passerelle is installed: what a program of your own asks its questions from.
///
/// ```swift
/// let installation = try Installation(program: "/usr/local/bin/passerelle")
/// let finding = try installation.desk { desk in
///   try desk.compare(["ie-nqf:8", "de-nqf:6"]).answer?.finding
/// }
/// ```
///
/// The frameworks, the languages and the adapters are those near the program, and the environment
/// variables that move them for the program (`PASSERELLE_FRAMEWORKS` …) move them here. Adapters run in
/// processes of that program, never in yours. Take the program from the version of Passerelle that
/// your package depends on: the two talk to each other in the terms of one version.
public struct Installation: Sendable {
  let locations: Locations

  /// Finds what is installed near a program.
  ///
  /// - Parameters:
  ///   - program: The path of the program `passerelle`.
  ///   - data: The folder of the store and of added adapters; if `nil`, the one that the program itself
  ///     would use: `PASSERELLE_DATA`, or the user's data folder.
  /// - Throws: `InstallationError` if there is no such program, or no frameworks near it.
  public init(program: String, data: String? = nil) throws(InstallationError) {
    guard let path = Self.resolved(program), access(path, X_OK) == 0 else {
      throw .noProgram(program)
    }
    locations = .standard(program: path, data: data)
    guard locations.frameworks != nil else { throw .noFrameworks(program) }
  }

  /// What is installed near this very program, for one that only reads a store: it needs no frameworks.
  package static func here() -> Installation { Installation(.standard()) }

  private init(_ locations: Locations) {
    self.locations = locations
  }

  /// The file of the store that answers those who only read.
  package var store: String { locations.readableStore }

  /// The schemas of answers, by kind, and what they refer to, as they are installed; none if they are not.
  package var answerSchemas: [String: [UInt8]] {
    guard let folder = locations.schemas else { return [:] }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/answers")) ?? []
    var schemas: [String: [UInt8]] = [:]
    for name in names.map({ "answers/" + $0 }) + ["profile.schema.json"]
    where name.hasSuffix(".json") {
      let data = FileManager.default.contents(atPath: "\(folder)/\(name)")
      let kind = URL(filePath: name).deletingPathExtension().lastPathComponent
      schemas[kind] = data.map(Array.init)
    }
    return schemas
  }

  /// The licences that the sources of the library name, with the publications that name each.
  package static func licences(in graph: StoredGraph) throws -> [LicenceReport.Terms] {
    try LicenceReport(of: graph.publications(), in: graph).terms
  }

  /// The languages in which answers can be given, such as `en` and `fr`.
  public var languages: [String] { locations.languages.map(Language.names) ?? [] }

  /// Reads the words of a language.
  ///
  /// - Parameter name: One of ``languages``.
  /// - Returns: The words.
  /// - Throws: `LanguageError` if there is no such language, or its file is broken.
  public func language(_ name: String) throws(LanguageError) -> Language {
    try Language(name, in: locations.languages)
  }

  /// Asks questions about one state of the library.
  ///
  /// The store is the one that the program itself would ask: the user's own, one that `PASSERELLE_STORE`
  /// names, or the snapshot that is installed. Without a snapshot it is built at the first call, which
  /// takes some seconds, and again when the frameworks or the adapters that read them have changed. Ask
  /// what belongs together in one call.
  ///
  /// - Parameters:
  ///   - day: The day as of which answers hold; today (UTC) if `nil`.
  ///   - body: The questions. The desk is of no use after it.
  /// - Returns: What the body returns.
  /// - Throws: What the body throws; an error that describes itself if the library cannot be built or
  ///   read.
  public func desk<Value>(
    asOf day: Day? = nil, _ body: (Desk) throws -> Value
  ) throws -> Value {
    try Library(at: locations).store.read {
      try body(Desk($0, day: day ?? .today(), today: .today()))
    }
  }

  /// Reads a person's profile from a file in YAML or JSON.
  ///
  /// The adapters read it in processes of their own, and nothing of it is kept.
  ///
  /// - Parameter path: The file.
  /// - Returns: The profile, to ask a desk about.
  /// - Throws: `ProfileError` with what is wrong, by line; an error that describes itself if the file
  ///   cannot be read at all.
  public func profile(at path: String) throws -> CheckedProfile {
    let file = SourceFile(name: path, path: path)
    let (record, problems) = try profiles.profile(in: file)
    return try CheckedProfile(record, problems)
  }

  /// Reads a person's profile from text in YAML or JSON.
  ///
  /// - Parameters:
  ///   - text: The profile.
  ///   - name: What problems call it.
  /// - Returns: The profile, to ask a desk about.
  /// - Throws: `ProfileError` with what is wrong, by line.
  public func profile(
    reading text: String, named name: String = "profile"
  ) throws(ProfileError) -> CheckedProfile {
    let isJSON = text.first { !$0.isWhitespace } == "{"
    let ending = isJSON ? ".json" : ".yaml"
    let (record, problems) = profiles.profile(
      in: Array(text.utf8), named: name.hasSuffix(ending) ? name : name + ending)
    return try CheckedProfile(record, problems)
  }

  private var profiles: ProfileSource { ProfileSource(AdapterLoader(locations)) }

  /// The path of a regular file without symbolic links, as the program knows itself.
  private static func resolved(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    var status = stat()
    guard stat(resolved, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return String(cString: resolved)
  }
}

/// Why there is nothing to ask at a place.
public enum InstallationError: Error, Hashable, CustomStringConvertible {
  /// There is no program at the path, or it may not be run.
  case noProgram(String)
  /// There are no frameworks near the program.
  case noFrameworks(String)

  /// The error in English, with what to do.
  public var description: String {
    switch self {
    case .noProgram(let path):
      "'\(path.printable)' is not a program that you may run; give the path of 'passerelle'"
    case .noFrameworks(let path):
      "there are no frameworks near '\(path.printable)'; give the path of 'passerelle' where 'make "
        + "install' puts it, or in its checkout, or set PASSERELLE_FRAMEWORKS"
    }
  }
}
