internal import CPasserelle
internal import Foundation
package import PasserelleModel

/// An adapter that was loaded from a module.
///
/// The module stays loaded as long as the process: Swift's metadata of an image cannot be taken back.
package struct LoadedAdapter: Sendable {
  package let manifest: AdapterManifest
  package let path: String
  package let abi: UInt32
  /// The module's structure, as a number: it lives as long as the process.
  private let address: UInt

  /// Loads the module at a path.
  ///
  /// - Throws: Precisely what is wrong with it.
  init(module name: String, path: String) throws(AdapterLoadError) {
    let entryPoint = "passerelle_adapter_\(name)"
    try ModuleFile(path: path, entryPoint: entryPoint).check()
    guard let library = dlopen(path, RTLD_NOW | RTLD_LOCAL) else {
      let why = dlerror().map { String(cString: $0) } ?? "no reason given"
      throw AdapterLoadError(path: path, reason: .unloadable(why))
    }
    guard let symbol = dlsym(library, entryPoint) else {
      throw AdapterLoadError(path: path, reason: .missingEntryPoint(entryPoint))
    }
    typealias Entry = @convention(c) () -> UnsafePointer<passerelle_adapter>?
    guard let adapter = unsafeBitCast(symbol, to: Entry.self)() else {
      throw AdapterLoadError(path: path, reason: .malformed("its entry point returns nothing"))
    }
    try Self.check(adapter, at: path)
    manifest = AdapterManifest(adapter)
    guard manifest.id == name else {
      throw AdapterLoadError(path: path, reason: .otherName(manifest.id))
    }
    abi = adapter.pointee.abi
    address = UInt(bitPattern: adapter)
    self.path = path
  }

  /// The size of the structure in the first contract: what was added since may be missing.
  private static let smallestSize =
    MemoryLayout<passerelle_adapter>.offset(of: \.reads_together)
    ?? MemoryLayout<passerelle_adapter>.size

  private static func check(
    _ adapter: UnsafePointer<passerelle_adapter>, at path: String
  ) throws(AdapterLoadError) {
    guard adapter.pointee.magic == PASSERELLE_MAGIC else {
      throw AdapterLoadError(
        path: path, reason: .malformed("its structure does not start with the magic number"))
    }
    guard adapter.pointee.abi == PASSERELLE_ABI else {
      throw AdapterLoadError(
        path: path, reason: .otherABI(found: adapter.pointee.abi, expected: PASSERELLE_ABI))
    }
    guard adapter.pointee.size >= Self.smallestSize else {
      throw AdapterLoadError(
        path: path, reason: .malformed("its structure is shorter than the contract's"))
    }
    guard (0...64).contains(adapter.pointee.dialect_count),
      adapter.pointee.dialect_count == 0 || adapter.pointee.dialects != nil
    else {
      throw AdapterLoadError(path: path, reason: .malformed("its list of dialects is broken"))
    }
    guard adapter.pointee.identify != nil, adapter.pointee.read != nil else {
      throw AdapterLoadError(path: path, reason: .malformed("it has no 'identify' or no 'read'"))
    }
  }

  /// How sure the adapter is that it reads a source: 0 to 100.
  package func identify(_ source: Source) -> Int {
    let run = AdapterRun(source, emit: { _, _ in false }, report: { _ in })
    return call { adapter in
      run.withHost {
        min(max(Int(adapter.pointee.identify?(adapter.pointee.context, $0) ?? 0), 0), 100)
      }
    } ?? 0
  }

  /// Lets the adapter read a source.
  ///
  /// - Parameters:
  ///   - source: What is read.
  ///   - emit: Takes each statement, and says whether to go on.
  ///   - emitPlain: May take a statement before it is made into a value, and says whether it has.
  ///   - report: Takes each diagnostic.
  package func read(
    _ source: Source, emit: @escaping (Statement, SourcePosition) -> Bool,
    emitPlain: @escaping (PlainStatement) -> Bool = { _ in false },
    report: @escaping (Diagnostic) -> Void
  ) {
    var hasError = false
    let run = AdapterRun(source, emit: emit, emitPlain: emitPlain) { diagnostic in
      hasError = hasError || diagnostic.severity == .error
      report(diagnostic)
    }
    let result = call { adapter in
      run.withHost { adapter.pointee.read?(adapter.pointee.context, $0) ?? 1 }
    }
    if result != 0, !hasError, !run.hasStopped {
      report(
        .error(
          "adapter-failed", at: source.main.position,
          "the adapter '\(manifest.id)' gave up without a word",
          hint: "this is a mistake of the adapter, not of the file"))
    }
  }

  private func call<Value>(_ body: (UnsafePointer<passerelle_adapter>) -> Value) -> Value? {
    UnsafePointer<passerelle_adapter>(bitPattern: address).map(body)
  }
}

extension AdapterManifest {
  fileprivate init(_ adapter: UnsafePointer<passerelle_adapter>) {
    func text(_ text: passerelle_text) -> String {
      (0...4096).contains(text.count) ? String(text) : ""
    }
    func words(_ words: passerelle_text) -> [String] {
      text(words).split(separator: " ").map(String.init)
    }
    let dialects = UnsafeBufferPointer(
      start: adapter.pointee.dialects, count: adapter.pointee.dialect_count)
    self.init(
      id: text(adapter.pointee.id), version: text(adapter.pointee.version),
      summary: text(adapter.pointee.summary),
      licence: text(adapter.pointee.licence), author: text(adapter.pointee.author),
      dialects: dialects.compactMap { $0?.pointee }.map { dialect in
        Dialect(
          name: text(dialect.name), mediaTypes: words(dialect.media_types),
          filePatterns: words(dialect.file_patterns), roots: words(dialect.roots))
      },
      readsTogether: adapter.pointee.size >= MemoryLayout<passerelle_adapter>.size
        && adapter.pointee.reads_together != 0)
  }
}
