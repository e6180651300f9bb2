import TestSupport
import Testing

/// A cell is read as the sheet shows it.
struct NumberFormatTests {
  private static let shown: [(format: String, number: String, text: String)] = [
    ("General", "110", "110"), ("General", "4.0999999999999996", "4.1"),
    ("General", "1E+20", "1E+20"),
    ("General", "123456789012345", "123456789012345"), ("General", "-0.5", "-0.5"),
    ("0000", "110", "0110"), ("0000", "12345", "12345"), ("0.00", "4.1", "4.10"), ("0", "2.5", "3"),
    ("00\\-0000", "111011", "11-1011"), ("0\".\"00", "412", "4.12"), ("00\" \"00", "110", "01 10"),
    ("#,##0", "1234567", "1,234,567"), ("0%", "0.25", "25%"), ("0.0##", "1.5", "1.5"),
    ("0.00", "2.675", "2.68"), ("#,##0,", "1234567", "1,235"), ("0.00E+00", "12345", "1.23E+04"),
    ("0;(0)", "-5", "(5)"), ("0;0;\"none\"", "0", "none"), ("[Red]0000_)", "7", "0007"),
    ("@", "110", "110"), ("yyyy-mm-dd", "45990", "2025-11-29"),
    ("dd/mm/yyyy", "45990.5", "2025-11-29"),
    ("d-mmm", "45659", "2-Jan"), ("mmm-yy", "45659", "Jan-25"), ("h:mm", "0.5", "12:00"),
    ("[h]:mm", "1.5", "36:00"), ("d/m/yy h:mm", "45990.25", "2025-11-29T06:00:00"),
    ("yyyy", "45990", "2025"), ("dd.mm.yyyy;@", "1", "1900-01-01"),
  ]

  @Test(arguments: shown)
  func aNumberIsShownByItsFormat(format: String, number: String, text: String) {
    let archive = TestArchive.excel(
      ["S": "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>\(number)</v></c></row>"], formats: [format])
    let quoted = text.contains { ",; ".contains($0) } ? "\"\(text)\"" : text
    #expect(Unpacked(archive).text == quoted + "\n")
  }
}
