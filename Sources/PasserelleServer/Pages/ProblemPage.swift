internal import PasserelleAnswers

/// A problem as a page that knows nothing of the library: it may be the library that cannot be read.
struct ProblemPage {
  let problem: Problem
  let say: Language

  var response: ServerResponse {
    let isMissing = problem.code == Problem.notFound.code
    let why = [problem.detail, problem.hint].compactMap(\.self).joined(separator: "; ").printable
    let sheet = Sheet(
      titled: say(isMissing ? .noPage : .cannotAsk),
      isMissing ? [] : [.init(blocks: [.text(say.english(why))])], in: say)
    let frame = PageFrame(
      top: [
        "<header>", "<p><a href=\"\(PageRoute.home.path)\">Passerelle</a></p>", "</header>",
      ])
    let page = SheetPage(sheet, in: frame)
    return ServerResponse(
      status: problem.status, headers: PageHeaders.page(withStyle: page.style),
      body: Array(page.text.utf8))
  }
}
