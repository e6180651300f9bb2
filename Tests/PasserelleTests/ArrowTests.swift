import Foundation
import Testing

/// Holds the modules to the arrows of the design.
struct ArrowTests {
  private static let root = URL(filePath: #filePath).appending(path: "../../..").standardizedFileURL

  @Test(arguments: ["Correspondence", "ISCED", "ISCO", "Plain"])
  func anAdapterImportsTheKitAndNothingElse(name: String) throws {
    #expect(try Self.imports(below: "Plugins/\(name)") == ["PasserelleKit"])
  }

  @Test(arguments: ["Correspondence", "ISCED", "ISCO", "Plain"])
  func aModuleBringsNoFoundation(name: String) throws {
    let path = AdapterLoaderTests.built + "/lib\(name).so"
    let module = try Data(contentsOf: URL(filePath: path))
    #expect(module.range(of: Data("libFoundation".utf8)) == nil)
  }

  @Test(arguments: ["PasserelleModel", "PasserelleKit"])
  func whatAdaptersSeeIsFreeOfFoundation(name: String) throws {
    #expect(try !Self.imports(below: "Sources/\(name)").contains("Foundation"))
  }

  @Test func everyAdapterIsListedInTheManifest() throws {
    let manifest = try String(
      contentsOf: Self.root.appending(path: "Package.swift"), encoding: .utf8)
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: Self.root.appending(path: "Plugins").path)
    #expect(folders.allSatisfy { manifest.contains("\"\($0)\"") })
  }

  @Test func onlyTheStoreSpeaksSQL() throws {
    for module in ["Passerelle", "PasserelleCommands", "PasserelleGraph", "PasserelleModel"] {
      #expect(try !Self.imports(below: "Sources/\(module)").contains("GRDB"), "\(module)")
    }
  }

  /// The modules that the files of a folder import.
  private static func imports(below folder: String) throws -> Set<String> {
    let path = root.appending(path: folder).path
    var modules: Set<String> = []
    for file in try FileManager.default.subpathsOfDirectory(atPath: path)
    where file.hasSuffix(".swift") {
      let text = try String(contentsOfFile: path + "/" + file, encoding: .utf8)
      for line in text.split(separator: "\n") {
        let words = line.split(separator: " ")
        guard let at = words.firstIndex(of: "import"), at < 3, at + 1 < words.count,
          line.first != " "
        else { continue }
        modules.insert(String(words[at + 1]))
      }
    }
    return modules
  }
}
