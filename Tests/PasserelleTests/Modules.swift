import Foundation
import Passerelle
import TestSupport
import Testing

/// Modules written in C, some of them broken, built for a test.
///
/// They need nothing but the contract's header: so they show as well that an adapter needs no Swift.
struct Modules {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "modules-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  func remove() {
    try? FileManager.default.removeItem(at: folder)
  }

  /// Builds `lib<name>.so` of the text of an adapter.
  func build(_ name: String, _ text: String, options: [String] = []) throws {
    let source = folder.appending(path: "\(name).c")
    try Data(("#include \"passerelle.h\"\n#include <string.h>\n" + text).utf8).write(to: source)
    let header = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/CPasserelle/include").standardizedFileURL
    let compiler = Process()
    compiler.executableURL = URL(filePath: "/usr/bin/env")
    compiler.arguments =
      [
        "clang", "-shared", "-fPIC", "-I", header.path, "-o",
        folder.appending(path: "lib\(name).so").path, source.path,
      ] + options
    try compiler.run()
    compiler.waitUntilExit()
    try #require(compiler.terminationStatus == 0, "the module '\(name)' does not compile")
  }

  /// A loader of these modules, all of which are trusted.
  func loader(
    limits: WorkerLimits = WorkerLimits(), isolation: Locations.Isolation = Place.isolation
  ) throws -> AdapterLoader {
    try trustAll()
    return AdapterLoader(locations(limits: limits, isolation: isolation))
  }

  /// Where these modules are, and nothing else.
  func locations(
    limits: WorkerLimits = WorkerLimits(), isolation: Locations.Isolation = Place.isolation
  ) -> Locations {
    var locations = Locations(
      data: folder.path, addedAdapters: [folder.path], bundledAdapters: [], frameworks: nil,
      isolation: isolation)
    locations.limits = limits
    return locations
  }

  /// Trusts all modules of the folder as they are now, whatever they are, and says in which list.
  @discardableResult
  func trustAll() throws -> String {
    var files: [String: String] = [:]
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path)
    where file.hasPrefix("lib") && file.hasSuffix(".so") {
      let path = folder.appending(path: file)
      guard try path.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else {
        continue
      }
      files[String(file.dropFirst(3).dropLast(3))] = path.path
    }
    try trust(files)
    return locations().trustList
  }

  /// An adapter in C: its name, its ABI, and what its `identify` and `read` do.
  static func adapter(
    _ name: String, calling itself: String? = nil, abi: String = "PASSERELLE_ABI",
    magic: String = "PASSERELLE_MAGIC", identify: String = "", read: String = "return 0;"
  ) -> String {
    """
    #define T(s) {s, sizeof s - 1}
    static int32_t identify(void *c, const passerelle_host *h) { \(identify) return 100; }
    static int32_t read_source(void *c, const passerelle_host *h) { \(read) }
    static const passerelle_dialect dialect = {sizeof dialect, T("c"), T(""), T("*.c"), T("")};
    static const passerelle_dialect *const dialects[] = {&dialect};
    static const passerelle_adapter adapter = {
      \(magic), \(abi), sizeof adapter, 0, T("\(itself ?? name)"), T("1.0"), T("an adapter in C"),
      T("Apache-2.0"), T("tests"), dialects, 1, identify, read_source};
    const passerelle_adapter *passerelle_adapter_\(name)(void) { return &adapter; }
    """
  }
}
