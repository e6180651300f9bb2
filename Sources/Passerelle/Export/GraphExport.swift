internal import Foundation
package import PasserelleGraph
package import PasserelleModel
package import PasserelleStore

/// What the graph can be written as.
package enum ExportFormat: String, CaseIterable, Sendable {
  case yaml, xml, turtle
  case nTriples = "n-triples"
  case jsonLD = "json-ld"
  case sssom
  case caseJSON = "case"
  case csv
  case graphML = "graphml"
  case dot

  /// Whether what is written is a folder, however little it is.
  package var isFolder: Bool { self == .csv }

  /// Whether each publication is a file of its own.
  var isFileEach: Bool { [.yaml, .xml, .caseJSON].contains(self) }

  /// How the files of the format end.
  var suffix: String {
    switch self {
    case .yaml: "yaml"
    case .xml: "xml"
    case .turtle: "ttl"
    case .nTriples: "nt"
    case .jsonLD: "jsonld"
    case .sssom: "sssom.tsv"
    case .caseJSON: "json"
    case .csv: "csv"
    case .graphML: "graphml"
    case .dot: "dot"
    }
  }
}

/// Writes publications of a graph in a format.
package struct GraphExport {
  private let graph: StoredGraph
  private let format: ExportFormat
  private let excerpt: Excerpt?
  private let names: ConceptNames
  private let day: Day

  /// Prepares to write.
  ///
  /// - Parameters:
  ///   - graph: What is written.
  ///   - excerpt: The part that is written; nothing where it is all of each publication.
  ///   - format: How.
  ///   - base: What addresses start with where the field has given none.
  ///   - day: The day of the export, for the format that needs one.
  package init(
    _ graph: StoredGraph, within excerpt: Excerpt? = nil, as format: ExportFormat, base: String?,
    on day: Day
  ) {
    self.graph = graph
    self.excerpt = excerpt
    self.format = format
    self.day = day
    names = ConceptNames(graph, base: base ?? ConceptNames.usualBase)
  }

  /// Writes publications to a place: a file, a folder, or the standard output.
  ///
  /// - Returns: What the format could not carry.
  /// - Throws: `ExportError` where the place cannot be written, `ExportPlaceError` where it is none for
  ///   so many files.
  package func write(_ publications: [FrameworkName], to place: String?) throws -> LossReport {
    if format == .csv {
      guard let place else { throw ExportPlaceError.needsFolder(format) }
      return try write(publications, by: BundleExporter(into: place))
    }
    guard format.isFileEach, publications.count > 1 else {
      let file = try ExportFile(place)
      let loss = try write(publications, by: exporter(into: file))
      try file.close()
      return loss
    }
    guard let place else { throw ExportPlaceError.needsFolder(format) }
    guard
      (try? FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true))
        != nil
    else { throw ExportError(path: place) }
    var loss = LossReport()
    for name in publications {
      if format == .caseJSON, try graph.framework(name) == nil {
        loss.add("set of mappings, or agreement", "\(name)")
        continue
      }
      let file = try ExportFile("\(place)/\(name).\(format.suffix)")
      loss.add(try write([name], by: exporter(into: file)))
      try file.close()
    }
    if let form = DescriptorFormat(rawValue: format.rawValue) {
      _ = try DescriptorSchema.writeMissing(for: form, into: place)
    }
    return loss
  }

  private func write(
    _ publications: [FrameworkName], by exporter: some Exporter
  ) throws -> LossReport {
    var exporter = exporter
    for name in publications {
      if let excerpt {
        try graph.statements(of: name, within: excerpt) { try exporter.add($0) }
      } else {
        try graph.statements(of: name) { try exporter.add($0) }
      }
    }
    try exporter.end()
    return exporter.loss
  }

  private func exporter(into file: ExportFile) throws -> any Exporter {
    switch format {
    case .yaml: try DescriptorExporter(as: .yaml, into: file)
    case .xml: try DescriptorExporter(as: .xml, into: file)
    case .turtle: try RDFExporter(as: .turtle, names, into: file)
    case .nTriples: try RDFExporter(as: .nTriples, names, into: file)
    case .jsonLD: try RDFExporter(as: .jsonLD, names, into: file)
    case .sssom: SSSOMExporter(names, into: file)
    case .caseJSON: CASEExporter(names, on: day, into: file)
    case .graphML: try GraphMLExporter(names, into: file)
    case .dot: try DOTExporter(names, into: file)
    case .csv: throw ExportPlaceError.needsFolder(format)
    }
  }
}

/// Why a place does not do.
package enum ExportPlaceError: Error, CustomStringConvertible {
  case needsFolder(ExportFormat)

  package var description: String {
    switch self {
    case .needsFolder(let format):
      "'\(format.rawValue)' makes several files of this; name their folder with '--output'"
    }
  }
}
