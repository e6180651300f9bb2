package import Passerelle
internal import PasserelleModel
internal import PasserelleStore

extension Desk {
  /// The licences of the publications that a table names: those whose name, or the id of one of whose
  /// concepts, is all of a cell.
  package func licences(ofWhat table: Table) throws -> [LicenceReport.Terms] {
    let known = Set(try graph.publications())
    var named: Set<FrameworkName> = []
    for row in table.rows {
      for cell in row where cell.utf8.count <= 256 {
        guard let name = cell.split(separator: ":", maxSplits: 1).first,
          let framework = FrameworkName(String(name)), known.contains(framework)
        else { continue }
        named.insert(framework)
      }
    }
    return try LicenceReport(of: named.sorted { $0.description < $1.description }, in: graph).terms
  }
}
