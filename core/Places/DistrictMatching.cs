using System.Text.RegularExpressions;
using RbcBot.Core.Texts;

namespace RbcBot.Core.Places;

/// <summary>From a writing to a district: r and l are alike, towns of before 2006 count, a slip of the finger is forgiven.</summary>
static partial class DistrictMatching
{
    /// <summary>Longest writing, in characters, that can name a place.</summary>
    const int Longest = 200;

    /// <summary>Letters of a name's beginning that are enough.</summary>
    const int ShortestPrefix = 4;

    /// <summary>Letters from which one slip is forgiven, and from which two are.</summary>
    const int OneSlip = 5, TwoSlips = 8;

    static readonly DistrictMatch Nothing = new(DistrictCertainty.None, [], null);

    static readonly (string Name, Province Province)[] ProvinceNames =
    [
        .. Provinces.All.SelectMany(province => province.Names.ByLanguage.Values.Append(province.Iso).Select(name => (Core(name), province))),
        .. new[] { "south", "majyepfo" }.Select(name => (name, Provinces.South)),
        .. new[] { "west", "burengerazuba" }.Select(name => (name, Provinces.West)),
        .. new[] { "north", "majyaruguru" }.Select(name => (name, Provinces.North)),
        .. new[] { "east", "burasirazuba" }.Select(name => (name, Provinces.East)),
    ];

    public static DistrictMatch Match(string written)
    {
        if (written.Length > Longest)
            return Nothing;
        var whole = One(Core(written));
        return whole.Certainty != DistrictCertainty.None ? whole : Parts(written);
    }

    // "Huye, Southern Province", "Gasabo/Kigali".
    static DistrictMatch Parts(string written)
    {
        var matches = Folding.Fold(written).Split(',', '/', '(', ';', '-').Select(part => One(Core(part))).ToList();
        var sure = matches.Where(match => match is { District: not null, Certainty: not DistrictCertainty.Near }).DistinctBy(match => match.District).ToList();
        if (sure.Count != 1)
            return sure.Count == 0 ? Nothing : new DistrictMatch(DistrictCertainty.Ambiguous, [.. sure.SelectMany(match => match.Districts)], null);
        var isElsewhere = matches.Any(match => match.Province is { } province && province != sure[0].District?.Province);
        return isElsewhere ? sure[0] with { Certainty = DistrictCertainty.Near } : sure[0];
    }

    static DistrictMatch One(string core)
    {
        if (core == "")
            return Nothing;
        if (Districts.All.FirstOrDefault(district => Core(district.Name) == core || district.Code == core) is { } exact)
            return new DistrictMatch(DistrictCertainty.Exact, [exact], null);
        if (ProvinceNames.FirstOrDefault(named => named.Name == core).Province is { } province)
            return OfProvince(province);
        var loose = Folding.Loose(core);
        if (Districts.All.FirstOrDefault(district => district.FormerTown is { } town && Folding.Loose(town) == loose) is { } former)
            return new DistrictMatch(DistrictCertainty.FormerTown, [former], null);
        return Near(loose);
    }

    // Kigali is a city of three districts, which are few enough to ask; a province is not.
    static DistrictMatch OfProvince(Province province) =>
        province == Provinces.Kigali
            ? new DistrictMatch(DistrictCertainty.Ambiguous, [.. Districts.All.Where(district => district.Province == province)], province)
            : new DistrictMatch(DistrictCertainty.Province, [], province);

    static DistrictMatch Near(string loose)
    {
        var slips = loose.Length >= TwoSlips ? 2 : loose.Length >= OneSlip ? 1 : 0;
        var ranked = Districts.All.Select(district => (District: district, Slips: Slips.Between(Folding.Loose(district.Name), loose)))
            .Where(near => near.Slips <= slips).ToList();
        var nearest = ranked.Count == 0 ? Beginning(loose) : ranked.Where(near => near.Slips == ranked.Min(other => other.Slips)).Select(near => near.District).ToList();
        return nearest.Count switch
        {
            0 => Nothing,
            1 => new DistrictMatch(DistrictCertainty.Near, nearest, null),
            _ => new DistrictMatch(DistrictCertainty.Ambiguous, nearest, null),
        };
    }

    static List<District> Beginning(string loose) => loose.Length < ShortestPrefix ? []
        : [.. Districts.All.Where(district => Folding.Loose(district.Name).StartsWith(loose, StringComparison.Ordinal))];

    /// <summary>The name alone: "akarere ka Huye", "District de Huye" and "Huye District" are Huye.</summary>
    static string Core(string written) => Frame().Replace(Folding.Bare(written), "").Trim();

    [GeneratedRegex(@"^(?:(?:mu |i |in |a |the )?(?:(?:akarere|karere|district|intara|ntara|province|ville|city|umujyi|mujyi)\b ?)(?:(?:(?:ka|ko|ya|wa|du|de|of) |y'|de l'|d'))?)|^(?:i|in|mu|a) (?=\w)| (?:district|province|city)$")]
    private static partial Regex Frame();
}
