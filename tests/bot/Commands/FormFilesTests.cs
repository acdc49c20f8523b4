using System.Text;
using RbcBot.Bot.Commands;
using RbcBot.Core.Forms;
using RbcBot.Core.Forms.Workbooks;

namespace RbcBot.Tests.Bot.Commands;

public sealed class FormFilesTests : IDisposable
{
    static readonly byte[] Form = "| survey |\n| | type | name | label |\n| | select_one_from_file centres.csv | c | Which centre? |\n"u8.ToArray();

    static readonly byte[] Centres = "name,label\nc1,CS Huye\n"u8.ToArray();

    readonly string folder = Directory.CreateTempSubdirectory("rbcbot-form-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("")]
    [InlineData("visit-media")]
    public void Form_takes_along_the_list_that_it_names(string beside)
    {
        var file = Written("visit.md", Form);
        Written(Path.Combine(beside, "centres.csv"), Centres);

        var reading = FormReading.Of(FormFiles.Read(file), "visit.md");

        Assert.Equal("CS Huye", reading.Form!.Questions[0].Choices[0].Label("en")); // nothing was refused, or this fails
    }

    [Fact]
    public void What_the_form_does_not_name_stays_where_it_is()
    {
        var file = Written("visit.md", Form);
        Written("centres.csv", Centres);
        Written("people.csv", Centres);

        Assert.Equal(["centres.csv"], Workbook.Read(FormFiles.Read(file), "visit.md").Workbook!.Attachments.Keys); // it is a form
    }

    [Fact]
    public void Form_that_names_a_file_elsewhere_does_not_get_it()
    {
        var file = Written(Path.Combine("forms", "visit.md"), Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Form).Replace("centres.csv", "../centres.csv", StringComparison.Ordinal)));
        Written("centres.csv", Centres);

        Assert.DoesNotContain("CS Huye", Encoding.UTF8.GetString(FormFiles.Read(file)), StringComparison.Ordinal);
    }

    [Fact]
    public void Form_that_names_nothing_is_read_as_it_is()
    {
        byte[] plain = [.. "| survey |\n| | type | name | label |\n| | text | a | Who? |\n"u8];

        Assert.Equal(plain, FormFiles.Read(Written("plain.md", plain)));
    }

    [Fact]
    public void Archive_is_taken_as_it_is_though_it_lacks_a_file()
    {
        var archive = FormBundle.Of("visit.md", Form, new Dictionary<string, byte[]> { ["a.png"] = [1] });
        Written("centres.csv", Centres);

        Assert.Equal(archive, FormFiles.Read(Written("visit.zip", archive)));
    }

    string Written(string name, byte[] bytes)
    {
        var file = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!); // the folder is part of it
        File.WriteAllBytes(file, bytes);
        return file;
    }
}
