using RbcBot.Core.Forms;

namespace RbcBot.Tests.Core.Forms;

public sealed class UnderstandPlaceTests
{
    static readonly Question Point = Asking.Question(QuestionType.GeoPoint), Line = Asking.Question(QuestionType.GeoTrace), Area = Asking.Question(QuestionType.GeoShape);

    [Theory]
    [InlineData("-1.9441 30.0619 12", "-1.9441 30.0619 0 12")]
    [InlineData("-1.9441 30.0619 1567.2 4.5", "-1.9441 30.0619 1567.2 4.5")]
    [InlineData("-1.9441 30.0619 0 0", "-1.9441 30.0619 0 0")]
    public void A_shared_location_is_taken_as_it_is(string text, string point) => Assert.Equal(new Understanding(point, false, null), Asking.Answer(Point, text));

    [Theory]
    [InlineData("-1.9441, 30.0619")]
    [InlineData("-1.9441,30.0619")]
    [InlineData("-1.9441 30.0619")]
    [InlineData("−1.9441; 30.0619")]
    [InlineData("(-1.9441, 30.0619)")]
    [InlineData("-1,9441 30,0619")]
    [InlineData("-1,9441, 30,0619")]
    [InlineData("1.9441 S 30.0619 E")]
    [InlineData("1.9441°S, 30.0619°E")]
    [InlineData("S 1.9441, E 30.0619")]
    [InlineData("30.0619 E, 1.9441 S")]
    [InlineData("1.9441 sud, 30.0619 est")]
    [InlineData("lat: -1.9441, lon: 30.0619")]
    [InlineData("longitude 30.0619 latitude -1.9441")]
    [InlineData("https://maps.google.com/?q=-1.9441,30.0619")]
    [InlineData("https://maps.google.com/maps?q=-1.9441%2C30.0619&z=17&hl=fr")]
    [InlineData("https://www.google.com/maps/@-1.9441,30.0619,15z")]
    [InlineData("https://www.google.com/maps/place/Kigali/@-1.95,30.05,12z/data=!3m1!4b1!4m6!3m5!8m2!3d-1.9441!4d30.0619")]
    [InlineData("https://www.google.com/maps/place/-1.9441,30.0619")]
    [InlineData("https://www.openstreetmap.org/?mlat=-1.9441&mlon=30.0619#map=15/-1.9/30.0")]
    [InlineData("geo:-1.9441,30.0619?z=15")]
    [InlineData("Ndi hano: https://maps.google.com/?q=-1.9441,30.0619")]
    public void A_place_is_written_in_many_ways_and_said_back(string text) =>
        Assert.Equal(new Understanding("-1.9441 30.0619 0 0", true, null), Asking.Answer(Point, text));

    [Theory]
    [InlineData("1°56'38.8\"S 30°03'42.8\"E")]
    [InlineData("1º56’38.8”S, 30º03’42.8”E")]
    [InlineData("1° 56′ 38.8″ S 30° 3′ 42.8″ E")]
    [InlineData("S1°56'38.8'' E30°3'42.8''")]
    public void Degrees_may_have_minutes_and_seconds(string text) => Assert.Equal("-1.9441111 30.0618889 0 0", Asking.Answer(Point, text).Value);

    [Theory]
    [InlineData("https://maps.app.goo.gl/abcDEF123")]
    [InlineData("https://goo.gl/maps/abc")]
    [InlineData("https://www.google.com/maps/place/Kigali")]
    public void A_link_that_does_not_show_its_place_cannot_be_opened(string text) =>
        Assert.Equal("understand.place.link", Asking.Answer(Point, text).HintKey);

    [Theory]
    [InlineData("95.1, 30.2")]
    [InlineData("-1.9, 190.5")]
    [InlineData("1.9 S, 2.5 S")]
    [InlineData("12 5")]
    [InlineData("1°75'S 30°E")]
    [InlineData("-1.9441")]
    [InlineData("at home")]
    [InlineData("")]
    public void What_is_no_place_on_earth_is_unclear(string text) => Assert.Equal("understand.place", Asking.Answer(Point, text).HintKey);

    [Theory]
    [InlineData("-1.9, 30.1\n-1.8, 30.2\n-1.7, 30.3")]
    [InlineData("-1.9 30.1 0 0; -1.8 30.2 0 0; -1.7 30.3 0 0")]
    public void A_line_is_several_points(string text) =>
        Assert.Equal("-1.9 30.1 0 0; -1.8 30.2 0 0; -1.7 30.3 0 0", Asking.Answer(Line, text).Value);

    [Fact]
    public void Points_come_one_after_another()
    {
        var first = Asking.Answer(Line, "-1.9, 30.1");
        Assert.Equal((null, "-1.9 30.1 0 0", "understand.points.more", 1), (first.Value, first.Partial, first.HintKey, first.HintSlots[0].Value));
        Assert.Equal("-1.9 30.1 0 0; -1.8 30.2 0 5", Asking.Answer(Line, $"{first.Partial};-1.8 30.2 5").Value);
    }

    [Fact]
    public void An_area_is_closed()
    {
        const string corners = "-1.9 30.1 0 0; -1.8 30.2 0 0; -1.7 30.1 0 0";
        Assert.Equal(corners + "; -1.9 30.1 0 0", Asking.Answer(Area, corners).Value);
        Assert.Equal(corners + "; -1.9 30.1 0 0", Asking.Answer(Area, corners + ";-1.9 30.1 0 0").Value);
    }

    [Fact]
    public void Two_points_are_no_area() => Assert.Equal("understand.points.more", Asking.Answer(Area, "-1.9 30.1 0 0; -1.8 30.2 0 0; -1.9 30.1 0 0").HintKey);

    [Fact]
    public void A_line_with_a_part_that_is_no_point_is_unclear() => Assert.Equal("understand.points", Asking.Answer(Line, "-1.9, 30.1; Kigali").HintKey);
}
