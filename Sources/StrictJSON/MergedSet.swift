/// Merges lists of texts as sets: added by either is added, removed by either is removed.
///
/// Ours come first in their order, then what theirs added; no text comes twice that did not.
func mergedSet(
  _ base: [JSONValue], _ ours: [JSONValue], _ theirs: [JSONValue]
) -> [JSONValue] {
  let was = Set(base)
  let removed = was.subtracting(theirs)
  var known = was.union(ours)
  return ours.filter { !removed.contains($0) } + theirs.filter { known.insert($0).inserted }
}
