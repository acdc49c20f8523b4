using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace RbcBot.Bot.Storage.Postgres;

/// <summary>The keys that cookies are signed with, the same for every node.</summary>
sealed class PostgresKeys(PostgresStore store) : IXmlRepository
{
    const string Put = "insert into keys (name, xml) values ($1, $2) on conflict (name) do update set xml = excluded.xml";

    // The framework asks on threads of its own, seldom, and knows no other way.
    public IReadOnlyCollection<XElement> GetAllElements() => store.ReadNow("select xml from keys order by name", row => XElement.Parse(row.GetString(0)));

    public void StoreElement(XElement element, string friendlyName) =>
        store.RunNow(Put, Column.Text(friendlyName), Column.Text(element.ToString(SaveOptions.DisableFormatting)));
}
