internal import CPasserelle
internal import PasserelleModel

/// The host's side of a call: the source, and the structure of functions that an adapter is handed.
///
/// This one takes nothing, as it is when an adapter is asked whether it reads a source. Where its
/// answers go is for those that inherit from it.
class ContractHost {
  let source: Source
  /// Whether the adapter is to end.
  var hasStopped = false
  private let names: [ContiguousArray<CChar>]

  init(_ source: Source) {
    self.source = source
    names = source.parts.map { ContiguousArray($0.name.utf8.map(CChar.init(bitPattern:))) }
  }

  /// Takes a statement, and returns what the contract asks for: 0 to go on.
  func take(_ statement: UnsafePointer<passerelle_statement>?) -> Int32 { 1 }

  /// Takes a diagnostic.
  func tell(_ diagnostic: UnsafePointer<passerelle_diagnostic>?) {}

  /// Calls the body with the structure that the contract offers to adapters.
  final func withFunctions<Value>(_ body: (UnsafePointer<passerelle_host>) -> Value) -> Value {
    withExtendedLifetime(self) {
      var host = passerelle_host(
        size: MemoryLayout<passerelle_host>.size, abi: PASSERELLE_ABI,
        context: Unmanaged.passUnretained(self).toOpaque(),
        part_count: { ContractHost.of($0)?.source.parts.count ?? 0 },
        part_name: { ContractHost.of($0)?.name(of: $1) ?? passerelle_text() },
        read_part: { ContractHost.of($0)?.read($1, $2, $3, $4) ?? -1 },
        emit: { ContractHost.of($0)?.take($1) ?? 1 },
        report: { ContractHost.of($0)?.tell($1) },
        should_stop: { ContractHost.of($0)?.hasStopped == false ? 0 : 1 })
      return body(&host)
    }
  }

  private static func of(_ context: UnsafeMutableRawPointer?) -> ContractHost? {
    context.map { Unmanaged<ContractHost>.fromOpaque($0).takeUnretainedValue() }
  }

  private final func name(of part: Int) -> passerelle_text {
    guard names.indices.contains(part) else { return passerelle_text() }
    return names[part].withUnsafeBufferPointer {
      passerelle_text(bytes: $0.baseAddress, count: $0.count)
    }
  }

  private final func read(
    _ part: Int, _ offset: UInt64, _ buffer: UnsafeMutableRawPointer?, _ capacity: Int
  ) -> Int64 {
    guard source.parts.indices.contains(part), let buffer, capacity > 0 else { return -1 }
    return Int64(
      source.parts[part].read(
        at: offset, into: UnsafeMutableRawBufferPointer(start: buffer, count: capacity)))
  }
}

extension passerelle_statement {
  /// More fields than any statement has.
  static let mostFields = 4096
  /// More bytes than any name has.
  static let longestName = 256

  /// The fields, where the structure is one of the contract.
  var checkedFields: UnsafeBufferPointer<passerelle_field>? {
    guard size >= MemoryLayout<passerelle_statement>.size, kind.isWithin(Self.longestName),
      (0...Self.mostFields).contains(field_count), field_count == 0 || fields != nil
    else { return nil }
    let checked = UnsafeBufferPointer(start: fields, count: field_count)
    let areSound = checked.allSatisfy {
      $0.name.isWithin(Self.longestName) && $0.value.isWithin(passerelle_text.longest)
        && $0.language.isWithin(Self.longestName)
    }
    return areSound ? checked : nil
  }
}

extension passerelle_text {
  /// More bytes than any text has.
  static let longest = 16 << 20

  /// Whether there are bytes, and no more than a limit.
  func isWithin(_ limit: Int) -> Bool {
    (0...limit).contains(count) && (count == 0 || bytes != nil)
  }
}
