using RbcBot.Core.Forms.Expressions;

namespace RbcBot.Tests.Core.Forms.Expressions;

public sealed class FunctionTests
{
    readonly SmallForm form = new();

    [Theory]
    [InlineData("distance('0 0 0 0; 0 1 0 0')", 111318.85)]
    [InlineData("distance('0 0', '0 1', '0 2')", 222637.69)]
    [InlineData("distance('1.5 30; 1.5 30')", 0)]
    [InlineData("area('0 0; 0 0.01; 0.01 0.01; 0.01 0')", 1239188.52)]
    [InlineData("distance('0 0; somewhere')", double.NaN)]
    [InlineData("area('95 0; 0 1; 1 1')", double.NaN)]
    public void Places_are_measured_in_metres(string expression, double metres) => Assert.Equal(metres, form.Number(expression), 2);

    [Theory]
    [InlineData("geofence('0.5 0.5 0 0', '0 0; 0 1; 1 1; 1 0; 0 0')", true)]
    [InlineData("geofence('1.5 0.5', '0 0; 0 1; 1 1; 1 0; 0 0')", false)]
    [InlineData("geofence('0.5 0.5', '0 0; 0 1; 1 1; 1 0')", false)]
    [InlineData("intersects('0 0; 1 1; 0 1; 1 0')", true)]
    [InlineData("intersects('0 0; 0 1; 1 1; 1 0; 0 0')", false)]
    [InlineData("intersects('')", false)]
    public void Shapes_hold_places_and_cross_themselves(string expression, bool holds) => Assert.Equal(holds, form.Truth(expression));

    [Theory]
    [InlineData("digest('abc', 'MD5', 'hex')", "900150983cd24fb0d6963f7d28e17f72")]
    [InlineData("digest('abc', 'SHA-256')", "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=")]
    [InlineData("base64-decode('TXVyYWhv')", "Muraho")]
    [InlineData("base64-decode('not base64!')", "")]
    [InlineData("concat(${cases}, '-', 3)", "512-3")]
    [InlineData("join(' ', ${cases}, 'x')", "5 12 x")]
    [InlineData("selected('', '')", "true")]
    [InlineData("normalize-space(' a\tb  c ')", "a b c")]
    [InlineData("jr:itext('greeting')", "text of greeting")]
    public void Texts_come_out_as_the_standard_says(string expression, string text) =>
        Assert.Equal(text, SmallForm.Read(expression).AsString(form.Context with { Itext = id => $"text of {id}" }));

    [Theory]
    [InlineData("pulldata('staff', 'phone', 'name', ${name})", "0788")]
    [InlineData("pulldata('staff', 'phone', 'name', 'nobody')", "")]
    [InlineData("pulldata('elsewhere', 'phone', 'name', 'Aline')", "")]
    public void A_row_of_a_table_is_pulled_by_its_key(string expression, string text)
    {
        var item = (form.Instances["staff"] = new Node("root")).Add(new Node("item"));
        item.Add(new Node("name") { Text = "Aline" });
        item.Add(new Node("phone") { Text = "0788" });
        Assert.Equal(text, form.Text(expression));
    }

    [Fact]
    public void The_last_saved_answer_is_another_than_this_forms()
    {
        var read = SmallForm.Read("if(${last-saved#name} = '', ${name}, ${last-saved#name})");
        Assert.Equal(["last-saved#name", "name"], read.References);
        var saved = new Node("name") { Text = "Jean" };
        Assert.Equal("Jean", read.AsString(form.Context with { Resolve = (name, _) => name == "last-saved#name" ? [saved] : [] }));
    }

    [Theory]
    [InlineData(@"regex('a.b@c.rw', '^[\w-\.]+@[\w-]+\.[a-z]{2,}$')", true)]
    [InlineData("regex('0788123456', '^(?=.*8)07[0-9]{8}$')", true)]
    [InlineData(@"regex('abab', '^(ab)\1$')", true)]
    [InlineData("regex('é', '^[a-z]$')", false)]
    [InlineData("regex('[x]', '^[[]x]$')", true)]
    [InlineData(@"regex('/', '^[.-\d]$')", false)]
    [InlineData("regex('abc' , 'c$')", true)]
    public void Patterns_are_read_as_the_other_engines_read_them(string expression, bool matches) => Assert.Equal(matches, form.Truth(expression));
}
