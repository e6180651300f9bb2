import Foundation
import PasserelleKit

/// One of our readers over one file, as a process of its own.
enum Workload: String {
  case xml, yaml, csv

  func run(on path: String) throws {
    let part = try Self.part(at: path)
    switch self {
    case .xml:
      var (records, attributes) = (0, 0)
      try part.records(named: "qualification") { record in
        records += 1
        attributes += record.attributes.count
      }
      print(records, attributes)
    case .yaml:
      let root = try part.yaml()
      print(root.children.count, root.position)
    case .csv:
      var (rows, bytes) = (0, 0)
      let table = try part.table()
      let columns = try table.header.map { try table.column($0) }
      try table.forEachRow { row throws(Diagnostic) in
        rows += 1
        for column in columns { bytes += row[column].utf8.count }
      }
      print(rows, bytes)
    }
  }

  /// The file, with limits that let a large benchmark pass.
  static func part(at path: String) throws -> SourcePart {
    let file = try FileHandle(forReadingFrom: URL(filePath: path))
    var limits = SourceLimits()
    limits.documentBytes = 1 << 30
    limits.events = .max
    return SourcePart(name: path, limits: limits) { offset, buffer in
      pread(file.fileDescriptor, buffer.baseAddress, buffer.count, off_t(offset))
    }
  }
}
