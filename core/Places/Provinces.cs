using RbcBot.Core.Texts;

namespace RbcBot.Core.Places;

/// <summary>The four provinces and the City of Kigali.</summary>
public static class Provinces
{
    public static readonly Province Kigali = Of("01", "RW-01", "Umujyi wa Kigali", "Ville de Kigali", "City of Kigali");
    public static readonly Province South = Of("02", "RW-05", "Intara y'Amajyepfo", "Province du Sud", "Southern Province");
    public static readonly Province West = Of("03", "RW-04", "Intara y'Iburengerazuba", "Province de l'Ouest", "Western Province");
    public static readonly Province North = Of("04", "RW-03", "Intara y'Amajyaruguru", "Province du Nord", "Northern Province");
    public static readonly Province East = Of("05", "RW-02", "Intara y'Iburasirazuba", "Province de l'Est", "Eastern Province");

    /// <summary>All five, in the order of their codes.</summary>
    public static readonly IReadOnlyList<Province> All = [Kigali, South, West, North, East];

    /// <summary>The province of an official code such as 02; null when there is none.</summary>
    public static Province? Find(string code) => All.FirstOrDefault(province => province.Code == code);

    static Province Of(string code, string iso, string rw, string fr, string en) =>
        new(code, iso, new Localized(new Dictionary<Language, string> { [Language.Rw] = rw, [Language.Fr] = fr, [Language.En] = en }));
}
