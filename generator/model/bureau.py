"""The bureau itself: names, region, contacts, and what belongs to the portal it publishes in."""

from __future__ import annotations

from pydantic import Field

from generator.model.record import Record
from generator.model.scalars import Text, YesNo


class Portal(Record):
    """The county portal's site tags (国办发〔2017〕47号: SiteName, SiteDomain, SiteIDCode)."""

    site_name: Text = Field(description="所在门户网站的名称（SiteName）")
    site_domain: Text | None = Field(None, description="门户网站的域名（SiteDomain）")
    site_id_code: Text | None = Field(None, description="门户网站的网站标识码（SiteIDCode）")
    tags: YesNo = Field(
        default=True, description="网页是否自己写网站、栏目和文章标签；由门户的系统来写的填 no"
    )


class Contacts(Record):
    """How the public reaches the bureau; what is not known is left out, never invented."""

    address: Text | None = Field(None, description="单位地址")
    office_phone: Text | None = Field(None, description="办公电话")
    supervision_phone: Text | None = Field(None, description="监督电话；正式发布时必须有")


class Bureau(Record):
    """The issuing bureau. `code` is its 机关代字, which opens its document numbers."""

    name: Text = Field(description="单位全称，用于落款")
    short_name: Text = Field(description="单位简称，用于网页标题")
    code: Text = Field(description="机关代字，文号的开头，如“云司”")
    region: Text = Field(description="所在行政区")
    contacts: Contacts = Field(Contacts(), description="公众联系单位的办法；不知道的不写")
    portal: Portal = Field(description="发布所在的门户网站")
