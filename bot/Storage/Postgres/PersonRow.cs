using RbcBot.Core.Conversations.Register;

namespace RbcBot.Bot.Storage.Postgres;

/// <summary>A person's line as a row: what she is found by under the store's key, all of it sealed beside.</summary>
/// <param name="Language">-1 until she has chosen.</param>
/// <param name="District">0 for none; so is Cadre.</param>
/// <param name="Words">As an array's text.</param>
sealed record PersonRow(string Person, int Language, bool IsOther, long District, long Cadre, int Day, string Words, string Line)
{
    public static PersonRow Of(PersonLine line, SealedColumns sealed_)
    {
        var row = RegisterRow.Of(line, sealed_.Vault);
        return new(
            line.Person.Value, (int?)line.Language ?? -1, line.IsSomebodyElse, Key(line.District, "d:", sealed_), Key(line.Cadre, "c:", sealed_),
            line.Sessions.Select(session => session.Day.DayNumber).DefaultIfEmpty(0).Max(),
            "{" + string.Join(',', (row.W ?? []).Distinct()) + "}", sealed_.PersonLine(line.Person.Value, StoredJson.Write(row with { W = null })));
    }

    public static long DistrictKey(string district, SealedColumns sealed_) => Key(district, "d:", sealed_);

    public static long CadreKey(string cadre, SealedColumns sealed_) => Key(cadre, "c:", sealed_);

    static long Key(string code, string kind, SealedColumns sealed_) => code.Length == 0 ? 0 : sealed_.Vault.WordKey(kind + code);
}
