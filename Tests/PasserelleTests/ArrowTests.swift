import Foundation
import TestSupport
import Testing

/// Holds the modules to the arrows of `Documentation/Architecture.md`.
struct ArrowTests {
  @Test(arguments: try Arrows().modules)
  func aModuleImportsTheModulesOnItsLineAndNoOther(module: String) throws {
    let arrows = try Arrows()
    #expect(try arrows.found(from: module) == arrows.named(from: module))
  }

  @Test func everyModuleHasALine() throws {
    let lines = Set(try Arrows().lines.keys)
    #expect(
      lines.subtracting(try SourceTree.modules(in: "Sources")) == [
        "Plugins/*", "Plugins/CTDL", "Plugins/Europass", "Plugins/OpenBadges", "Plugins/SKOS",
      ])
    #expect(try SourceTree.modules(in: "Sources").filter { !lines.contains($0) } == [])
  }

  @Test func noArrowLeadsBack() throws {
    var open = try Arrows().lines
    while let (module, _) = open.first(where: { $0.value.allSatisfy { open[$0] == nil } }) {
      open[module] = nil
    }
    #expect(open.keys.sorted() == [])
  }

  @Test func theManifestListsTheFoldersOfTheAdapters() throws {
    let manifest = try SourceTree.text("Package.swift")
    let list = try #require(manifest.firstMatch(of: /let adapters = \[([^\]]*)\]/)).output.1
    let names = list.matches(of: /"(\w+)"/).map { String($0.output.1) }

    #expect(Set(names) == Set(try SourceTree.modules(in: "Plugins")))
    #expect(names.count == Set(names).count)
  }

  @Test(arguments: try SourceTree.modules(in: "Plugins"))
  func aModuleBringsNoFoundation(name: String) throws {
    let module = try Data(contentsOf: URL(filePath: "\(Place.built)/lib\(name).so"))
    #expect(module.range(of: Data("libFoundation".utf8)) == nil)
  }

  /// What comes from elsewhere, and the only modules that import it.
  ///
  /// The empty program of the benchmarks links all of it, to show what the program can do nothing about.
  @Test(arguments: [
    ("ArgumentParser", ["PasserelleCommands"]), ("GRDB", ["PasserelleStore"]),
    ("GRDBSQLite", ["PasserelleStore"]),
    ("Crypto", ["Passerelle", "PasserelleSigning", "PasserelleStore"]),
    (
      "Foundation",
      [
        "Passerelle", "PasserelleAnswers", "PasserelleCommands", "PasserelleProgram",
        "PasserelleServer", "PasserelleSigning", "PasserelleStore", "PasserelleTesting",
        "PasserelleWorker",
      ]
    ),
  ])
  func whatComesFromElsewhereHasItsHomes(package: String, homes: [String]) throws {
    let folders = try ["Sources", "Plugins"].flatMap { folder in
      try SourceTree.modules(in: folder).map { "\(folder)/\($0)" }
    }
    let importing = try folders.filter { try SourceTree.imports(below: $0).contains(package) }

    #expect(importing == homes.map { "Sources/\($0)" })
  }

  /// On some systems two such names are one.
  @Test(arguments: ["Sources", "Plugins", "Tests"])
  func noTwoNamesDifferByCaseAlone(folder: String) throws {
    let names = try SourceTree.files(below: folder, "")
    let twins = Dictionary(grouping: names) { $0.lowercased() }.values.filter { $0.count > 1 }

    #expect(twins == [])
  }
}

/// The arrows between modules: those that the page names, and those that there are.
struct Arrows {
  /// The modules that each line names; an adapter is `Plugins/SKOS`, and any other `Plugins/*`.
  let lines: [String: Set<String>]
  /// The modules of this package: folders of `Sources` as they are called, adapters by their folder.
  let modules: [String]
  private let manifest: String

  init() throws {
    let page = try SourceTree.text("Documentation/Architecture.md")
    let begin = page.firstRange(of: "<!-- arrows: held by ArrowTests -->")?.upperBound
    let end = page.firstRange(of: "<!-- end of arrows -->")?.lowerBound
    var lines: [String: Set<String>] = [:]
    if let begin, let end, begin < end {
      for line in page[begin..<end].split(separator: "\n") {
        let names = line.matches(of: /`([^`]+)`/).map { String($0.output.1) }
        guard let module = names.first else { continue }
        lines[module] = Set(names.dropFirst())
      }
    }
    self.lines = lines
    let sources = try SourceTree.modules(in: "Sources")
    modules = try sources + SourceTree.modules(in: "Plugins").map { "Plugins/\($0)" }
    manifest = try SourceTree.text("Package.swift")
  }

  /// The modules that the page lets a module import.
  func named(from module: String) -> Set<String> {
    lines[module] ?? (module.hasPrefix("Plugins/") ? lines["Plugins/*"] : nil) ?? []
  }

  /// The modules of this package that a module imports.
  ///
  /// A module of C sees the headers of what it depends on in the manifest, and no others.
  func found(from module: String) throws -> Set<String> {
    let folder = module.hasPrefix("Plugins/") ? module : "Sources/\(module)"
    let isC = try SourceTree.files(below: folder, ".swift").isEmpty
    let own = Set(modules.map { String($0.split(separator: "/").last ?? "") })
    return own.intersection(
      isC ? try dependencies(of: module) : try SourceTree.imports(below: folder))
  }

  /// What a target of C depends on.
  private func dependencies(of target: String) throws -> Set<String> {
    let list = try Regex("\\.target\\(\\s*name: \"\(target)\", dependencies: \\[([^\\]]*)\\]")
    guard let found = manifest.firstMatch(of: list)?.output[1].substring else { return [] }
    return Set(found.matches(of: /"(\w+)"/).map { String($0.output.1) })
  }
}
