namespace RbcBot.Core.Forms.Support;

/// <summary>What the codes of findings mean; codes of one meaning stand together.</summary>
static class FindingSentences
{
    internal static readonly IReadOnlyList<(string Codes, string Means)> Refusals =
    [
        ("workbook-broken workbook-none workbook-old workbook-binary workbook-opendocument workbook-numbers workbook-word workbook-pdf workbook-json workbook-xform workbook-markup workbook-encrypted",
            "The file is damaged, or is no form"),
        ("workbook-too-large workbook-too-many-cells workbook-too-many-columns workbook-too-many-rows workbook-too-many-sheets workbook-too-many-formats workbook-text-too-long",
            "The workbook holds more than a form needs"),
        ("bundle-no-form bundle-forms", "Among the files there is no form, or more than one"),
        ("bundle-encrypted bundle-name bundle-name-twice bundle-too-large bundle-too-many", "The files that came together cannot be unpacked as they are"),
        ("list-broken list-empty list-kind list-columns list-header-twice list-geometry list-too-large list-too-long attachment-column", "A file with choices cannot be used"),
        ("survey-missing survey-empty sheet-twice", "The sheet with the questions is not there, holds none, or a sheet stands twice"),
        ("header-missing header-duplicate column-refused", "A column is needed, stands twice, or is not supported"),
        ("entities encryption appearance-refused", "The standard has it; a chat or the programme cannot take it"),
        ("type-missing type-unknown type-refused", "The row does not say what it is, or says something that cannot be asked"),
        ("name-missing name-invalid name-duplicate name-reserved", "A row needs a name of its own, of letters and digits"),
        ("label-missing calculation-missing", "Nothing to say, or nothing to work out"),
        ("group-open group-unopened group-crossed count-of-group", "A begin has no end, an end no begin, or only a repeat can be counted"),
        ("list-missing choice-name-missing choice-name-invalid choice-duplicate or-other-filtered", "A list or a choice of it"),
        ("expression", "An expression cannot be read: the message says at which character and what would be right"),
        ("reference-unknown reference-ambiguous reference-torn", "`${name}` is nobody, or several, or is not closed"),
        ("cycle", "Rows wait for each other"),
        ("range-unclear seed-unclear trigger-unclear", "A parameter or a trigger cannot be read"),
    ];

    internal static readonly IReadOnlyList<(string Codes, string Means)> Warnings =
    [
        ("attachment-missing", "A file that the form names did not come with it. A round does not open without it"),
        ("translation-missing default-language-missing default-language-unknown", "A text or the default language"),
        ("unreachable asked-later", "Nobody can ever be asked the row, or it waits for a later answer"),
        ("not-of-answer regex-matches-part", "An expression that does something else than it seems to"),
        ("constraint-message-missing", "Nobody is told what is accepted"),
        ("choice-unknown default-unknown", "An expression or a default names a choice that the list does not have"),
        ("choice-label-missing choice-without-list list-unused list-left-over", "A list, or a row of it, that is incomplete or of no use"),
        ("label-long label-too-long", "A question is tiring to read, or is sent in parts"),
        ("choices-many choice-label-long short-label-missing short-label-long", "How choices are shown. These are only advice, see below"),
        ("column-unknown type-blank name-similar", "Something is passed over, stays blank in a chat, or is easily mistaken"),
        ("cell-formula cell-error header-merged row-outside text-encoding", "What the spreadsheet made of a cell, a row or the letters"),
    ];
}
