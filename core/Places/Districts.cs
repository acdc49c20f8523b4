namespace RbcBot.Core.Places;

/// <summary>The 30 districts, with the codes of the Ministry of Local Government and the National Institute of Statistics.</summary>
public static class Districts
{
    /// <summary>All districts, in the order of their codes.</summary>
    /// <remarks>Setting: the three of Kigali are urban, those with a secondary or satellite city mixed, the others rural.</remarks>
    public static readonly IReadOnlyList<District> All =
    [
        new("0101", "Nyarugenge", Provinces.Kigali, Setting.Urban, null),
        new("0102", "Gasabo", Provinces.Kigali, Setting.Urban, null),
        new("0103", "Kicukiro", Provinces.Kigali, Setting.Urban, null),
        new("0201", "Nyanza", Provinces.South, Setting.Rural, null),
        new("0202", "Gisagara", Provinces.South, Setting.Rural, null),
        new("0203", "Nyaruguru", Provinces.South, Setting.Rural, null),
        new("0204", "Huye", Provinces.South, Setting.Mixed, "Butare"),
        new("0205", "Nyamagabe", Provinces.South, Setting.Rural, "Gikongoro"),
        new("0206", "Ruhango", Provinces.South, Setting.Rural, null),
        new("0207", "Muhanga", Provinces.South, Setting.Mixed, "Gitarama"),
        new("0208", "Kamonyi", Provinces.South, Setting.Rural, null),
        new("0301", "Karongi", Provinces.West, Setting.Rural, "Kibuye"),
        new("0302", "Rutsiro", Provinces.West, Setting.Rural, null),
        new("0303", "Rubavu", Provinces.West, Setting.Mixed, "Gisenyi"),
        new("0304", "Nyabihu", Provinces.West, Setting.Rural, null),
        new("0305", "Ngororero", Provinces.West, Setting.Rural, null),
        new("0306", "Rusizi", Provinces.West, Setting.Mixed, "Cyangugu"),
        new("0307", "Nyamasheke", Provinces.West, Setting.Rural, null),
        new("0401", "Rulindo", Provinces.North, Setting.Rural, null),
        new("0402", "Gakenke", Provinces.North, Setting.Rural, null),
        new("0403", "Musanze", Provinces.North, Setting.Mixed, "Ruhengeri"),
        new("0404", "Burera", Provinces.North, Setting.Rural, null),
        new("0405", "Gicumbi", Provinces.North, Setting.Rural, "Byumba"),
        new("0501", "Rwamagana", Provinces.East, Setting.Mixed, null),
        new("0502", "Nyagatare", Provinces.East, Setting.Mixed, null),
        new("0503", "Gatsibo", Provinces.East, Setting.Rural, null),
        new("0504", "Kayonza", Provinces.East, Setting.Rural, null),
        new("0505", "Kirehe", Provinces.East, Setting.Rural, null),
        new("0506", "Ngoma", Provinces.East, Setting.Rural, "Kibungo"),
        new("0507", "Bugesera", Provinces.East, Setting.Mixed, "Nyamata"),
    ];

    /// <summary>The district of an official code such as 0204; null when there is none.</summary>
    public static District? Find(string code) => All.FirstOrDefault(district => district.Code == code);

    /// <summary>What a person meant who was asked for a district; never throws.</summary>
    public static DistrictMatch Match(string written) => DistrictMatching.Match(written);
}
