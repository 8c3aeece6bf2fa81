import HeardModel
import TestKit

/// A person on an event's list.
func person(
  _ text: String, _ status: AttendanceStatus = .attended, roles: [Code] = ["communityMember"],
  communities: [Code] = [], ageBand: Code? = nil
) -> Participation {
  var person = Participation()
  person.id = id(text)
  person.status = status
  person.roles = roles
  person.communities = communities
  person.ageBand = ageBand
  return person
}
