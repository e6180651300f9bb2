import AdapterPages
import Testing

@testable import Europass

struct PageTests {
  @Test func thePageIsTrue() throws {
    try expectPage(of: Europass())
  }
}
