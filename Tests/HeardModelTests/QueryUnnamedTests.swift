import HeardModel
import Testing

@Suite struct QueryUnnamedTests {
  @Test(arguments: [
    ("", ""), ("year:2024", "year:2024"), ("year:2024 Rosa", "year:2024 …"), ("4821-0937", "…"),
    ("-status:held person:ana year:2024", "-status:held year:2024 …"),
    ("place:lyon", "…"),
    ("about:women declared:lgbtq", "about:women declared:lgbtq"),
    ("owner:agency stage:draft", "stage:draft …"),
  ])
  func `what of a filter may be noted names nobody and repeats no words`(
    text: String, unnamed: String
  ) {
    #expect(Query(text).unnamedText == unnamed)
  }
}
