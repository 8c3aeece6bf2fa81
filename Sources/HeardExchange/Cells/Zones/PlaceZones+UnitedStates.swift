extension PlaceZones {
  /// The United States without their islands, which are countries of their own in ISO 3166.
  static let unitedStates = """
    America/New_York = Connecticut,CT,Delaware,DE,District of Columbia,DC,D.C.,Washington DC,Georgia
    America/New_York = GA,Maine,ME,Maryland,MD
    America/New_York = Massachusetts,MA,New Hampshire,NH,New Jersey,NJ,New York,NY,New York State
    America/New_York = North Carolina,NC,Ohio,OH
    America/New_York = Pennsylvania,PA,Rhode Island,RI,South Carolina,SC,Vermont,VT,Virginia,VA
    America/New_York = West Virginia,WV
    America/Chicago = Alabama,AL,Arkansas,AR,Illinois,IL,Iowa,IA,Louisiana,LA,Minnesota,MN
    America/Chicago = Mississippi,MS,Missouri,MO
    America/Chicago = Oklahoma,OK,Wisconsin,WI
    America/Denver = Colorado,CO,Montana,MT,New Mexico,NM,Utah,UT,Wyoming,WY
    America/Los_Angeles = California,CA,Washington,WA,Washington State
    Pacific/Honolulu = Hawaii,Hawai'i,HI
    America/Chicago America/Denver = Texas,TX
    America/Chicago America/Denver ? Kansas,KS,Nebraska,NE,North Dakota,ND,South Dakota,SD
    America/Detroit America/Menominee ? Michigan,MI
    America/New_York America/Chicago ? Florida,FL,Tennessee,TN
    America/New_York America/Kentucky/Louisville America/Chicago ? Kentucky,KY
    America/Indiana/Indianapolis America/Chicago ? Indiana,IN
    America/Phoenix America/Denver ? Arizona,AZ
    America/Boise America/Los_Angeles ? Idaho,ID
    America/Los_Angeles America/Denver ? Nevada,NV
    America/Los_Angeles America/Boise ? Oregon,OR
    America/Anchorage America/Adak ? Alaska,AK
    America/New_York : New York,New York City,NYC,Brooklyn,Manhattan,Queens,The Bronx,Bronx
    America/New_York : Staten Island,Buffalo,Rochester,Syracuse
    America/New_York : Albany,Yonkers,Boston,Worcester,Springfield,Cambridge,Lowell,Salem
    America/New_York : Philadelphia,Pittsburgh,Allentown,Harrisburg
    America/New_York : Baltimore,Annapolis,Washington,Washington DC,Washington D.C.,Richmond,Norfolk
    America/New_York : Virginia Beach,Arlington,Alexandria
    America/New_York : Atlanta,Savannah,Augusta,Athens,Macon,Columbus,Charlotte,Raleigh,Durham
    America/New_York : Greensboro,Winston-Salem,Asheville
    America/New_York : Fayetteville,Wilmington,Charleston,Columbia,Greenville,Cleveland,Cincinnati
    America/New_York : Toledo,Akron,Dayton,Youngstown
    America/New_York : Newark,Jersey City,Trenton,Camden,Paterson,Princeton,Hartford,New Haven
    America/New_York : Bridgeport,Stamford,Providence
    America/New_York : Portland,Bangor,Manchester,Concord,Burlington,Dover,Huntington,Morgantown
    America/New_York : Miami,Miami Beach,Fort Lauderdale
    America/New_York : West Palm Beach,Orlando,Tampa,St. Petersburg,Saint Petersburg,Jacksonville
    America/New_York : Tallahassee,Gainesville,Sarasota
    America/New_York : Fort Myers,Naples,Clearwater,Daytona Beach,Key West,Hialeah,Lakeland
    America/New_York : Boca Raton,Knoxville,Chattanooga
    America/New_York : Johnson City,Kingsport,Lexington,Ann Arbor,Oxford
    America/New_York America/Kentucky/Louisville : Frankfort
    America/Kentucky/Louisville : Louisville
    America/Detroit : Detroit,Grand Rapids,Lansing,Ann Arbor,Flint,Kalamazoo,Dearborn,Warren
    America/Detroit : Sterling Heights,Saginaw,Traverse City
    America/Detroit : Jackson,Midland,Marquette,Pontiac,Holland,Muskegon,Battle Creek
    America/Indiana/Indianapolis : Indianapolis,Fort Wayne,South Bend,Bloomington,Lafayette
    America/Indiana/Indianapolis : West Lafayette,Muncie,Carmel,Terre Haute
    America/Chicago : Chicago,Springfield,Peoria,Rockford,Champaign,Urbana,Naperville,Aurora,Joliet
    America/Chicago : Evanston,Bloomington,Milwaukee
    America/Chicago : Madison,Green Bay,Minneapolis,St. Paul,Saint Paul,Duluth,Rochester,Des Moines
    America/Chicago : Cedar Rapids,Iowa City,Davenport
    America/Chicago : St. Louis,Saint Louis,Kansas City,Columbia,Little Rock,Fayetteville,Memphis
    America/Chicago : Nashville,Clarksville,Murfreesboro
    America/Chicago : Franklin,Jackson,Birmingham,Montgomery,Mobile,Huntsville,Tuscaloosa,Selma
    America/Chicago : New Orleans,Baton Rouge,Lafayette
    America/Chicago : Shreveport,Biloxi,Gulfport,Greenville,Oxford,Oklahoma City,Tulsa,Norman
    America/Chicago : Wichita,Topeka,Lawrence,Overland Park
    America/Chicago : Omaha,Lincoln,Fargo,Grand Forks,Sioux Falls,Houston,Dallas,Austin,San Antonio
    America/Chicago : Fort Worth,Arlington,Plano
    America/Chicago : Galveston,Corpus Christi,Laredo,Lubbock,Amarillo,Waco,McAllen,Brownsville
    America/Chicago : Midland,Odessa,Denton,Irving,Garland
    America/Chicago : Beaumont,Abilene,Tyler,Pasadena,Pensacola,Panama City,Destin,Fort Walton Beach
    America/Chicago : Evansville,Gary,Hammond
    America/Chicago : Bowling Green,Owensboro,Paducah
    America/Menominee : Menominee,Iron Mountain,Ironwood
    America/Denver : Denver,Colorado Springs,Boulder,Fort Collins,Aurora,Pueblo,Salt Lake City,Provo
    America/Denver : Ogden,St. George,Albuquerque
    America/Denver : Santa Fe,Las Cruces,Gallup,Billings,Bozeman,Missoula,Helena,Great Falls
    America/Denver : Cheyenne,Casper,Laramie,El Paso,Socorro
    America/Denver : Horizon City,San Elizario,Fabens,Sierra Blanca,Dell City,Rapid City,Scottsbluff
    America/Denver : Dickinson,Chinle,Kayenta
    America/Denver : Window Rock,West Wendover
    America/Boise : Boise,Nampa,Meridian,Idaho Falls,Pocatello,Twin Falls,Ontario
    America/Phoenix : Phoenix,Tucson,Mesa,Scottsdale,Tempe,Chandler,Gilbert,Flagstaff,Yuma,Glendale
    America/Phoenix : Peoria,Nogales,Sedona
    America/Los_Angeles : Los Angeles,San Francisco,San Diego,San Jose,Oakland,Berkeley,Sacramento
    America/Los_Angeles : Fresno,Long Beach,Bakersfield
    America/Los_Angeles : Anaheim,Riverside,Stockton,Santa Ana,Irvine,Santa Barbara,Pasadena
    America/Los_Angeles : Glendale,Palo Alto,San Bernardino
    America/Los_Angeles : Santa Cruz,Richmond,Concord,Ontario,Portland,Eugene,Salem,Bend,Medford
    America/Los_Angeles : Corvallis,Seattle,Tacoma,Spokane
    America/Los_Angeles : Olympia,Bellevue,Everett,Yakima,Vancouver,Washington,Las Vegas,Reno
    America/Los_Angeles : Henderson,Carson City,Coeur d'Alene
    America/Los_Angeles : Lewiston
    America/Anchorage : Anchorage,Fairbanks,Juneau,Nome,Bethel,Ketchikan,Sitka,Kodiak
    Pacific/Honolulu : Honolulu,Hilo,Kailua,Kahului
    America/New_York : ニューヨーク,ボストン,ワシントン,フィラデルフィア,アトランタ,マイアミ
    America/Chicago : シカゴ,ヒューストン,ダラス,ニューオーリンズ
    America/Los_Angeles : ロサンゼルス,サンフランシスコ,シアトル,サンディエゴ
    Pacific/Honolulu : ホノルル
    """
}
