using CsCheck;
using RbcBot.Core.Places;
using RbcBot.Core.Texts;

namespace RbcBot.Tests.Core.Places;

public sealed class DistrictsTests
{
    [Theory]
    [InlineData("Nyarugenge", "0101", DistrictCertainty.Exact)]
    [InlineData("  Huye ", "0204", DistrictCertainty.Exact)]
    [InlineData("District de Rusizi", "0306", DistrictCertainty.Exact)]
    [InlineData("Butare", "0204", DistrictCertainty.FormerTown)]
    [InlineData("Gisenyi", "0303", DistrictCertainty.FormerTown)]
    [InlineData("Gikongoro", "0205", DistrictCertainty.FormerTown)]
    [InlineData("Nyamata", "0507", DistrictCertainty.FormerTown)]
    [InlineData("Ngorolero", "0305", DistrictCertainty.Near)]
    [InlineData("Karongyi", "0301", DistrictCertainty.Near)]
    [InlineData("Rurindo", "0401", DistrictCertainty.Near)]
    [InlineData("Kigali", "0101 0102 0103", DistrictCertainty.Ambiguous)]
    [InlineData("Kampala", "", DistrictCertainty.None)]
    [InlineData("RW-02", "", DistrictCertainty.Province)]
    public void Names_are_matched_as_the_reference_says(string written, string codes, DistrictCertainty certainty) => Agree(written, codes, certainty);

    [Theory]
    [InlineData("Akarere ka Huye", "0204", DistrictCertainty.Exact)]
    [InlineData("huye district", "0204", DistrictCertainty.Exact)]
    [InlineData("mu karere ka Burera", "0404", DistrictCertainty.Exact)]
    [InlineData("0204", "0204", DistrictCertainty.Exact)]
    [InlineData("Nyanza", "0201", DistrictCertainty.Exact)]
    [InlineData("Ngoma", "0506", DistrictCertainty.Exact)]
    [InlineData("Ruhengeli", "0403", DistrictCertainty.FormerTown)]
    [InlineData("Gasabo/Kigali", "0102", DistrictCertainty.Exact)]
    [InlineData("Kicukiro, Umujyi wa Kigali", "0103", DistrictCertainty.Exact)]
    [InlineData("Huye (Eastern Province)", "0204", DistrictCertainty.Near)]
    [InlineData("Huye, Musanze", "0204 0403", DistrictCertainty.Ambiguous)]
    [InlineData("Nyaru", "0101 0203", DistrictCertainty.Ambiguous)]
    [InlineData("Ville de Kigali", "0101 0102 0103", DistrictCertainty.Ambiguous)]
    [InlineData("Amajyepfo", "", DistrictCertainty.Province)]
    [InlineData("Intara y’Iburasirazuba", "", DistrictCertainty.Province)]
    [InlineData("02", "", DistrictCertainty.None)]
    [InlineData("12", "", DistrictCertainty.None)]
    [InlineData("", "", DistrictCertainty.None)]
    public void Frames_parts_and_provinces_are_understood(string written, string codes, DistrictCertainty certainty) => Agree(written, codes, certainty);

    static void Agree(string written, string codes, DistrictCertainty certainty)
    {
        var match = Districts.Match(written);
        Assert.Equal((codes, certainty), (string.Join(' ', match.Districts.Select(district => district.Code)), match.Certainty));
    }

    [Fact]
    public void There_are_thirty_districts_in_five_provinces_and_codes_agree()
    {
        Assert.Equal((30, 30), (Districts.All.Count, Districts.All.DistinctBy(district => district.Code).Count()));
        Assert.All(Districts.All, district => Assert.StartsWith(district.Province.Code, district.Code, StringComparison.Ordinal));
    }

    [Fact]
    public void The_official_and_the_international_province_codes_are_not_mixed() =>
        Assert.Equal(("02", "RW-05"), (Provinces.South.Code, Provinces.South.Iso));

    [Fact]
    public void Three_districts_are_urban_and_eight_mixed() =>
        Assert.Equal((3, 8, 19), (Count(Setting.Urban), Count(Setting.Mixed), Count(Setting.Rural)));

    static int Count(Setting setting) => Districts.All.Count(district => district.Setting == setting);

    [Fact]
    public void Every_district_and_every_former_town_finds_its_own() =>
        Assert.All(Districts.All, district => Assert.Equal((district, district),
            (Districts.Match(district.Name.ToUpperInvariant()).District, Districts.Match(district.FormerTown ?? district.Name).District)));

    [Fact]
    public void A_province_has_a_name_in_every_language() =>
        Assert.All(Provinces.All, province => Assert.Equal(3, province.Names.ByLanguage.Count));

    [Fact]
    public void Nothing_that_is_written_throws() => Gen.String.Sample(text => { Districts.Match(text); });

    [Fact]
    public void Settings_have_names() =>
        Assert.All(Enum.GetNames<Setting>(), setting => Assert.True(Text.Has(Language.Rw, $"place.setting.{setting.ToLowerInvariant()}")));
}
