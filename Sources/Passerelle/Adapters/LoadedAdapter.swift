internal import CPasserelle
internal import Foundation
internal import PasserelleModel

/// An adapter that was loaded from a module into this process.
///
/// The module stays loaded as long as the process: Swift's metadata of an image cannot be taken back.
struct LoadedAdapter: Sendable {
  let manifest: AdapterManifest
  let abi: UInt32
  /// The module's structure, as a number: it lives as long as the process.
  private let address: UInt

  /// Loads a module.
  ///
  /// - Throws: Precisely what is wrong with it.
  init(_ module: AdapterModuleFile) throws(AdapterLoadError) {
    guard let library = dlopen(module.loadingPath, RTLD_NOW | RTLD_LOCAL) else {
      let why = dlerror().map { String(cString: $0) } ?? "no reason given"
      throw module.failure(.unloadable(why.replacing(module.loadingPath, with: module.path)))
    }
    guard let symbol = dlsym(library, module.entryPoint) else {
      throw module.failure(.missingEntryPoint(module.entryPoint))
    }
    typealias Entry = @convention(c) () -> UnsafePointer<passerelle_adapter>?
    guard let adapter = unsafeBitCast(symbol, to: Entry.self)() else {
      throw module.failure(.malformed("its entry point returns nothing"))
    }
    if let reason = Self.problem(of: adapter) { throw module.failure(reason) }
    manifest = AdapterManifest(adapter)
    guard manifest.id == module.name else { throw module.failure(.otherName(manifest.id)) }
    abi = adapter.pointee.abi
    address = UInt(bitPattern: adapter)
  }

  /// The size of the structure in the first contract: what was added since may be missing.
  private static let smallestSize =
    MemoryLayout<passerelle_adapter>.offset(of: \.reads_together)
    ?? MemoryLayout<passerelle_adapter>.size

  private static func problem(
    of adapter: UnsafePointer<passerelle_adapter>
  ) -> AdapterLoadError.Reason? {
    guard adapter.pointee.magic == PASSERELLE_MAGIC else {
      return .malformed("its structure does not start with the magic number")
    }
    guard adapter.pointee.abi == PASSERELLE_ABI else {
      return .otherABI(found: adapter.pointee.abi, expected: PASSERELLE_ABI)
    }
    guard adapter.pointee.size >= smallestSize else {
      return .malformed("its structure is shorter than the contract's")
    }
    guard (0...64).contains(adapter.pointee.dialect_count),
      adapter.pointee.dialect_count == 0 || adapter.pointee.dialects != nil
    else { return .malformed("its list of dialects is broken") }
    guard adapter.pointee.identify != nil, adapter.pointee.read != nil else {
      return .malformed("it lacks 'identify' or 'read'")
    }
    return nil
  }

  /// How sure the adapter is that it reads a source: 0 to 100.
  func identify(_ source: Source) -> Int {
    let host = ContractHost(source)
    return call { adapter in
      host.withFunctions {
        min(max(Int(adapter.pointee.identify?(adapter.pointee.context, $0) ?? 0), 0), 100)
      }
    } ?? 0
  }

  /// Lets the adapter read for a host, and returns what the contract says: 0 when all was read.
  func read(for host: ContractHost) -> Int32 {
    call { adapter in
      host.withFunctions { adapter.pointee.read?(adapter.pointee.context, $0) ?? 1 }
    } ?? 1
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
