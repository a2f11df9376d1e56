"""The bureau itself: names, region, contacts, and what belongs to the portal it publishes in."""

from __future__ import annotations

from generator.model.record import Record
from generator.model.scalars import Text


class Portal(Record):
    """The county portal's site tags (国办发〔2017〕47号: SiteName, SiteDomain, SiteIDCode)."""

    site_name: Text
    site_domain: Text | None = None
    site_id_code: Text | None = None


class Contacts(Record):
    """How the public reaches the bureau; what is not known is left out, never invented."""

    address: Text | None = None
    office_phone: Text | None = None
    supervision_phone: Text | None = None


class Bureau(Record):
    """The issuing bureau. `code` is its 机关代字, which opens its document numbers."""

    name: Text
    short_name: Text
    code: Text
    region: Text
    contacts: Contacts = Contacts()
    portal: Portal
