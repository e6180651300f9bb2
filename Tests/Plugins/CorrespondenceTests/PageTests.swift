import AdapterPages
import Testing

@testable import Correspondence

struct PageTests {
  @Test func thePageIsTrue() throws {
    try expectPage(of: Correspondence())
  }
}
