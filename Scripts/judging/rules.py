"""The rules of consent, written a second time without reading how the program has them.

Where the two differ, one of them is wrong. In six places the documents say too little, and what
the program was seen to do was taken over, so that the two cannot tell an error there: evidence is
asked of `record` as well as of `publish`; a speaker who is Indigenous asks for governance as an
event about it does; a name is the same with other capitals and blanks; without a taker no second
check counts; what ended a purpose still stands after "not asked" and "expired"; and a tally without
a total is the sum of those in the room and online.
"""
import datetime
import unicodedata

PURPOSES = ("record", "learn", "count", "partners", "publish", "image", "contact")
# Of answers at the very same moment the one that closes more wins.
CLOSES = {"given": 0, "notAsked": 1, "expired": 2, "refused": 3, "withdrawn": 4}
ENDS = ("refused", "withdrawn")
UNCOUNTED_ROLES = {"facilitator", "interpreter", "organiser"}
LEAST_CROWD = 5
# What Heard brings: only Mexico asks for paper.
BUILT_IN_METHODS = {"MX": {"written", "paperSheet"}}


def day(moment):
    return moment[:10]


def same(text):
    """One form of letters that look the same."""
    return unicodedata.normalize("NFC", text)


def called(name):
    """A name as people tell it apart: capitals and blanks make no other person."""
    return " ".join(same(name).casefold().split())


def said(text):
    return bool((text or "").strip())


class Programme:
    """The records of one folder, as far as the rules ask for them."""

    def __init__(self, now):
        self.now, self.today = now, day(now)
        tomorrow = datetime.date.fromisoformat(self.today) + datetime.timedelta(days=1)
        self.tomorrow = tomorrow.isoformat()
        self.events, self.testimonies, self.team, self.marks = {}, {}, {}, {}
        self.profiles, self.uncounted_roles = {}, set(UNCOUNTED_ROLES)

    # Answers

    def entries(self, consent):
        """All answers: what is marked and lacking in this copy comes last."""
        own = consent.get("entries", [])
        there = {entry["id"] for entry in own}
        marked = self.marks.get(consent["id"], [])
        return own + [entry for entry in marked if entry["id"] not in there]

    def counts(self, entry):
        to_come = entry["state"] == "given" and day(entry["at"]) > self.tomorrow
        return not entry.get("evidenceOnly") and not to_come

    def state(self, consent, purpose):
        if consent is None:
            return "notAsked"
        answers = [
            entry for entry in self.entries(consent)
            if entry["purpose"] == purpose and self.counts(entry)]
        if not answers:
            return "notAsked"
        last = answers[-1]
        stands = max((entry["state"] for entry in answers if entry["at"] == last["at"]),
                     key=lambda state: CLOSES[state])
        ended = self.ended(consent, purpose, answers)
        if ended and CLOSES[stands] < CLOSES[ended]:
            stands = ended
        review = consent.get("reviewBy")
        if stands == "given" and review and review < self.today:
            return "expired"
        return stands

    def tied(self, testimony):
        """Whether answers of one purpose that differ fell at the very same moment."""
        moments = {}
        for entry in self.entries(testimony.get("consent") or {"id": ""}):
            if self.counts(entry):
                key = (entry["purpose"], entry["at"])
                moments.setdefault(key, set()).add(entry["state"])
        return any(len(states) > 1 for states in moments.values())

    def ended(self, consent, purpose, answers):
        """The refusal or withdrawal that no later yes with its evidence has opened again."""
        ended, moments = None, set()
        for entry in answers:
            if entry["state"] in ENDS:
                ended = entry["state"]
                moments.add(entry["at"])
            elif entry["state"] == "given" and purpose != "record":
                shown = entry.get("method") and said(entry.get("by")) and consent.get("notice")
                if shown and entry["at"] not in moments:
                    ended = None
        return ended

    def last_end(self, consent, purposes):
        """The latest moment at which one of these was refused or withdrawn."""
        ends = [entry["at"] for entry in self.entries(consent)
                if entry["purpose"] in purposes and entry["state"] in ENDS
                and not entry.get("evidenceOnly")]
        return max(ends, default=None)

    def has_evidence(self, testimony, event, purpose):
        consent = testimony["consent"]
        if not consent.get("notice"):
            return False
        method = consent.get("method") if said(consent.get("obtainedBy")) else None
        for entry in self.entries(consent):
            to_come = day(entry["at"]) > self.tomorrow
            own = entry.get("method") and said(entry.get("by")) and entry["state"] == "given"
            if entry["purpose"] == purpose and own and not to_come:
                method = entry["method"]
        if not method:
            return False
        for country in (event.get("country"), consent.get("jurisdiction")):
            allowed = self.methods(country)
            if allowed and method not in allowed:
                return False
        guardian, assent = said(consent.get("guardian")), consent.get("assent", False)
        if testimony.get("ageBand") == "under18" and not (guardian and assent):
            return False
        return assent if guardian else True

    def methods(self, country):
        if country in self.profiles:
            return set(self.profiles[country].get("methods", []))
        return BUILT_IN_METHODS.get(country, set())

    # Reading

    def hidden_from_all(self, testimony):
        return self.state(testimony.get("consent"), "record") in ENDS

    def may_read(self, testimony, reader):
        if self.hidden_from_all(testimony):
            return False
        if testimony["triage"] == "safeguarding":
            return reader.is_lead
        consent = testimony.get("consent")
        if all(self.state(consent, purpose) == "given" for purpose in ("record", "learn")):
            return True
        taker = testimony.get("takenBy")
        return taker is not None and taker == reader.staff

    # Going out

    def why_not(self, testimony, event, quote):
        """All that keeps a quote from the public, by the rules' own words."""
        checks = {
            "consent": self.consent_given(testimony),
            "evidence": bool(testimony.get("consent")) and all(
                self.has_evidence(testimony, event or {}, purpose)
                for purpose in ("record", "publish")),
            "event": event is not None
            and event.get("confidentiality") in ("open", "chathamHouse"),
            "triage": testimony["triage"] != "safeguarding",
            "stage": self.stage_lets(testimony),
            "embargo": self.embargo_over(testimony, quote),
            "words": self.confirmed(testimony),
            "passage": self.stands_there(testimony, quote),
            "approval": self.approved(testimony, quote),
            "review": self.reviewed(testimony, quote),
            "governance": event is not None and self.governed(testimony, event),
            "crowd": event is not None and self.crowd_is_large(event),
        }
        return [name for name, holds in checks.items() if not holds]

    def consent_given(self, testimony):
        consent = testimony.get("consent")
        return all(self.state(consent, purpose) == "given" for purpose in ("record", "publish"))

    def stage_lets(self, testimony):
        if testimony["stage"] == "embargoed":
            return bool(testimony.get("embargo"))
        return testimony["stage"] != "draft"

    def embargo_over(self, testimony, quote):
        return all(not held.get("embargo") or held["embargo"] <= self.today
                   for held in (testimony, quote))

    def confirmed(self, testimony):
        if testimony.get("textKind") in ("verbatim", "writtenByPerson"):
            return True
        read_back = testimony.get("readBack", {})
        at = read_back.get("at")
        return read_back.get("confirmed", False) and bool(at) and day(at) <= self.today

    def stands_there(self, testimony, quote):
        words = same(quote.get("text", ""))
        if not said(words):
            return False
        places = []
        if quote["language"] == testimony["language"]:
            places += [testimony.get("text"), testimony.get("markedText")]
        for translation in testimony.get("translations", []):
            checked = translation["kind"] == "human" or translation.get("reviewed")
            if translation["id"] == quote["language"] and checked:
                places.append(translation.get("text"))
        return any(words in same(place) for place in places if place)

    def approved(self, testimony, quote):
        approval = quote.get("approval")
        if approval is None or approval.get("revoked") or not said(approval.get("by")):
            return False
        at = approval["at"]
        if at <= "1970-01-01T00:00:00Z" or day(at) > self.today:
            return False
        exact = same(approval.get("text", "")) == same(quote.get("text", ""))
        if not exact or approval["language"] != quote["language"]:
            return False
        end = self.last_end(testimony.get("consent") or {"id": ""}, ("record", "publish"))
        return end is None or at > end

    def reviewed(self, testimony, quote):
        by, on = quote.get("reviewedBy"), quote.get("reviewedOn")
        if not said(by) or not on or on > self.today:
            return False
        # Who took it down has to be known: it could be whoever looked.
        if not testimony.get("takenBy"):
            return False
        readers = [testimony["takenBy"], testimony.get("readBack", {}).get("by"),
                   quote.get("approval", {}).get("by")]
        return not any(self.same_person(by, other) for other in readers if said(other))

    def same_person(self, one, other):
        return bool(self.calls(one) & self.calls(other))

    def calls(self, name):
        """All that this person is called: their id in the team and their name."""
        key = called(name)
        calls = {key}
        for member in self.team.values():
            names = {member["id"], called(member.get("name", ""))}
            if key in names:
                calls |= names
        return calls

    def governed(self, testimony, event):
        about = event.get("aboutCommunities", []) + testimony.get("communities", [])
        return "indigenous" not in about or said(event.get("communityGovernance"))

    def crowd_is_large(self, event):
        listed = sum(1 for person in event.get("participations", []) if self.attended(person))
        attendance = event.get("attendance", {})
        parts = [attendance[name] for name in ("inPerson", "online") if name in attendance]
        tally = attendance.get("total", sum(parts) if parts else None)
        if listed == 0 or (listed < LEAST_CROWD and (tally or 0) > listed):
            known = attendance.get("source") not in (None, "notKnown")
            return tally is not None and known and tally >= LEAST_CROWD
        return listed >= LEAST_CROWD

    def attended(self, person):
        if person["status"] != "attended" or person.get("mergedInto"):
            return False
        roles = set(person.get("roles", []))
        return not roles or bool(roles - self.uncounted_roles)


class Reader:
    """Who looks: what stands in their settings, and what the team says of them."""

    def __init__(self, name, staff=None, role="coordinator"):
        self.name, self.staff, self.role = name, staff, role
        self.is_lead = role == "safeguardingLead"

    def settings(self):
        settings = {"role": self.role, "theme": "standard", "language": "en"}
        if self.staff:
            settings["staff"] = self.staff
        return settings
