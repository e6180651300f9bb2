internal import PasserelleModel
internal import CPasserelle

/// Gives an adapter written in Swift the shape that the contract asks for.
public enum AdapterModule {
  /// Returns the structure that a module's entry point hands to the host.
  ///
  /// It lives as long as the process; the host calls the entry point once.
  public static func export<A: Adapter>(_ adapter: A) -> UnsafeRawPointer {
    let manifest = A.manifest
    let module = UnsafeMutablePointer<passerelle_adapter>.allocate(capacity: 1)
    let dialects = UnsafeMutableBufferPointer<UnsafePointer<passerelle_dialect>?>.allocate(
      capacity: manifest.dialects.count)
    _ = dialects.initialize(
      from: manifest.dialects.map { dialect in
        let lasting = UnsafeMutablePointer<passerelle_dialect>.allocate(capacity: 1)
        lasting.initialize(to: passerelle_dialect(dialect))
        return UnsafePointer(lasting)
      })
    module.initialize(
      to: passerelle_adapter(
        magic: PASSERELLE_MAGIC, abi: PASSERELLE_ABI, size: MemoryLayout<passerelle_adapter>.size,
        context: Unmanaged.passRetained(Box(adapter)).toOpaque(),
        id: .lasting(manifest.id), version: .lasting(manifest.version),
        summary: .lasting(manifest.summary), licence: .lasting(manifest.licence),
        author: .lasting(manifest.author), dialects: UnsafePointer(dialects.baseAddress),
        dialect_count: dialects.count,
        identify: { context, host in
          guard let context, let host else { return 0 }
          let adapter = Unmanaged<Box>.fromOpaque(context).takeUnretainedValue().adapter
          return Int32(clamping: adapter.identify(HostConnection(host).source))
        },
        read: { context, host in
          guard let context, let host else { return 1 }
          let adapter = Unmanaged<Box>.fromOpaque(context).takeUnretainedValue().adapter
          return HostConnection(host).read(with: adapter)
        },
        reads_together: manifest.readsTogether ? 1 : 0))
    return UnsafeRawPointer(module)
  }

  private final class Box: Sendable {
    let adapter: any Adapter

    init(_ adapter: any Adapter) {
      self.adapter = adapter
    }
  }
}

extension passerelle_dialect {
  init(_ dialect: AdapterManifest.Dialect) {
    self.init(
      size: MemoryLayout<passerelle_dialect>.size, name: .lasting(dialect.name),
      media_types: .lasting(dialect.mediaTypes.joined(separator: " ")),
      file_patterns: .lasting(dialect.filePatterns.joined(separator: " ")),
      roots: .lasting(dialect.roots.joined(separator: " ")))
  }
}

extension passerelle_text {
  /// A copy of the text that lives as long as the process.
  fileprivate static func lasting(_ text: String) -> passerelle_text {
    let bytes = UnsafeMutableBufferPointer<CChar>.allocate(capacity: text.utf8.count)
    _ = bytes.initialize(from: text.utf8.map(CChar.init(bitPattern:)))
    return passerelle_text(bytes: UnsafePointer(bytes.baseAddress), count: bytes.count)
  }
}
