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
  case sdmx
  case csv
  case graphML = "graphml"
  case dot

  /// Whether what is written is a folder, however little it is.
  package var isFolder: Bool { self == .csv }

  /// Whether each publication is a file of its own.
  var isFileEach: Bool { [.yaml, .xml, .caseJSON].contains(self) }

  /// How the files of the format end.
  package var suffix: String {
    switch self {
    case .yaml: "yaml"
    case .xml: "xml"
    case .turtle: "ttl"
    case .nTriples: "nt"
    case .jsonLD: "jsonld"
    case .sssom: "sssom.tsv"
    case .caseJSON: "json"
    case .sdmx: "xml"
    case .csv: "csv"
    case .graphML: "graphml"
    case .dot: "dot"
    }
  }
}

/// How data is written, where, and on which terms.
package struct ExportOrder: Sendable {
  package var format: ExportFormat
  /// The file or folder to write; `nil` for standard output.
  package var place: String?
  /// What addresses of concepts start with if the field has given them none.
  package var base: String?
  /// Whether sources may be mixed whose licences are known to forbid it.
  package var mixesLicences: Bool
  /// Is told how many statements are written.
  package var progress: WorkProgress.Report?
  /// The files that are read for it, none of which is replaced.
  package var inputs: [String] = []

  package init(
    _ format: ExportFormat, to place: String? = nil, base: String? = nil,
    mixesLicences: Bool = false
  ) {
    (self.format, self.place, self.base) = (format, place, base)
    self.mixesLicences = mixesLicences
  }
}

/// What became of an export.
package struct ExportOutcome: Sendable {
  /// What the format could not carry.
  package var loss: LossReport
  /// The licences that the sources name.
  package var licences: LicenceReport
}

/// Writes publications of a graph in a format.
package struct GraphExport {
  private let graph: StoredGraph
  private let order: ExportOrder
  private let format: ExportFormat
  private let excerpt: Excerpt?
  private let names: ConceptNames
  private let day: Day

  /// Prepares to write.
  ///
  /// - Parameters:
  ///   - graph: What is written.
  ///   - order: How and where.
  ///   - excerpt: The part that is written; `nil` for all of each publication.
  ///   - day: The day of the export, for the format that needs one.
  package init(
    _ graph: StoredGraph, _ order: ExportOrder, within excerpt: Excerpt? = nil, on day: Day
  ) {
    self.graph = graph
    self.order = order
    self.excerpt = excerpt
    self.day = day
    format = order.format
    names = ConceptNames(graph, base: order.base ?? ConceptNames.usualBase)
  }

  /// Writes publications.
  ///
  /// - Returns: What the format could not carry, and the licences of the sources.
  /// - Throws: `LicenceConflict` if the sources may not be mixed; `ExportError` if the place cannot be
  ///   written, `ExportPlaceError` if it does not suit so many files.
  package func write(_ publications: [FrameworkName]) throws -> ExportOutcome {
    let licences = try LicenceReport(of: publications, in: graph)
    if !order.mixesLicences, let conflict = licences.conflict {
      throw LicenceConflict(terms: conflict)
    }
    let size = order.progress == nil ? 0 : try graph.size(of: publications)
    var written = Written(total: size, order.progress)
    return ExportOutcome(
      loss: try write(publications, to: order.place, &written), licences: licences)
  }

  /// Counts what is written, and tells of it now and then.
  private struct Written {
    let total: Int
    let report: WorkProgress.Report?
    var count = 0

    init(total: Int, _ report: WorkProgress.Report?) {
      (self.total, self.report) = (total, report)
    }

    mutating func add() {
      count += 1
      guard count % 256 == 0 else { return }
      report?(WorkProgress("writing", done: min(count, total), of: total))
    }
  }

  private func write(
    _ publications: [FrameworkName], to place: String?, _ written: inout Written
  ) throws -> LossReport {
    if format == .csv {
      guard let place else { throw ExportPlaceError.needsFolder(format) }
      return try write(
        publications, by: BundleExporter(into: place, sparing: order.inputs), &written)
    }
    guard format.isFileEach, publications.count > 1 else {
      let file = try ExportFile(place, sparing: order.inputs)
      let loss = try write(publications, by: exporter(into: file), &written)
      try file.close()
      return loss
    }
    guard let place else { throw ExportPlaceError.needsFolder(format) }
    guard
      (try? FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true))
        != nil
    else { throw ExportError(path: place, errno) }
    var loss = LossReport()
    for name in publications {
      if format == .caseJSON, try graph.framework(name) == nil {
        loss.add("set of mappings, or agreement", "\(name)")
        continue
      }
      let file = try ExportFile(
        "\(place)/\(name).\(format.suffix)", sparing: order.inputs)
      loss.add(try write([name], by: exporter(into: file), &written))
      try file.close()
    }
    if let form = DescriptorFormat(rawValue: format.rawValue) {
      _ = try DescriptorSchema.writeMissing(for: form, into: place)
    }
    return loss
  }

  private func write(
    _ publications: [FrameworkName], by exporter: some Exporter, _ written: inout Written
  ) throws -> LossReport {
    var exporter = exporter
    for name in publications {
      if let excerpt {
        try graph.statements(of: name, within: excerpt) {
          try exporter.add($0)
          written.add()
        }
      } else {
        try graph.statements(of: name) {
          try exporter.add($0)
          written.add()
        }
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
    case .sdmx: SDMXExporter(names, on: day, into: file)
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
